/** Solves games in which each of two sides chooses one policy for its seat. */
@NullMarked
package dev.truce.tournament.game;

import org.jspecify.annotations.NullMarked;
