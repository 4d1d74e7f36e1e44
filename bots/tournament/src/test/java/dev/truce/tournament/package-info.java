/** Tests of the tournament: what is counted by hand, and the laws of what is played. */
@NullMarked
package dev.truce.tournament;

import org.jspecify.annotations.NullMarked;
