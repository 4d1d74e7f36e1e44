/** Tests of the cards of a board. */
@NullMarked
package dev.truce.story.board;

import org.jspecify.annotations.NullMarked;
