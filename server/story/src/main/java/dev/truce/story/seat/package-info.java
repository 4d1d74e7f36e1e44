/** What stands around the decision of a seat, as data that every medium draws in its own way. */
@NullMarked
package dev.truce.story.seat;

import org.jspecify.annotations.NullMarked;
