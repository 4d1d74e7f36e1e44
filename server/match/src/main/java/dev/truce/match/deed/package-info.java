/** The deeds of seats, with the acts of the owner of a room. */
@NullMarked
package dev.truce.match.deed;

import org.jspecify.annotations.NullMarked;
