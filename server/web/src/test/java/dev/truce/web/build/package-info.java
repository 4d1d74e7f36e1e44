/** Tests of how the page is built. */
package dev.truce.web.build;
