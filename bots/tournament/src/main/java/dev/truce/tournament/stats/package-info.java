/** What can be said from the scores of a tournament, as pure functions. */
@NullMarked
package dev.truce.tournament.stats;

import org.jspecify.annotations.NullMarked;
