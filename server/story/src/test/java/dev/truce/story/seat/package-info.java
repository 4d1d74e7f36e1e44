/** Tests of the seats in all media. */
@NullMarked
package dev.truce.story.seat;

import org.jspecify.annotations.NullMarked;
