/** Tests of solved games. */
@NullMarked
package dev.truce.tournament.game;

import org.jspecify.annotations.NullMarked;
