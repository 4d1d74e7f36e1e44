/** Tests of seats in rooms. */
@org.jspecify.annotations.NullMarked
package dev.truce.web.seat;
