/** Rooms: their codes, the seats in them, and the tokens that open a seat again. */
@NullMarked
package dev.truce.app.room;

import org.jspecify.annotations.NullMarked;
