/** Tests of desks on the page. */
@org.jspecify.annotations.NullMarked
package dev.truce.web.desk;
