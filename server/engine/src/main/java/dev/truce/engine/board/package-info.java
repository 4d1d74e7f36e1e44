/** The board: two sides, eighteen instruments and the ladders they stand on. */
@NullMarked
package dev.truce.engine.board;

import org.jspecify.annotations.NullMarked;
