/** The board on which the two sides move their instruments. */
@NullMarked
package dev.truce.engine.board;

import org.jspecify.annotations.NullMarked;
