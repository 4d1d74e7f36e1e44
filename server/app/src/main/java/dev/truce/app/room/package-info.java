/** Rooms, in which people take the seats of a match. */
@NullMarked
package dev.truce.app.room;

import org.jspecify.annotations.NullMarked;
