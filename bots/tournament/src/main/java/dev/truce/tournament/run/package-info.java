/** Plays the matches of a tournament. */
@NullMarked
package dev.truce.tournament.run;

import org.jspecify.annotations.NullMarked;
