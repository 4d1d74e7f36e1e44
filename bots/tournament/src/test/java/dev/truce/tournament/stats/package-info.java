/** Tests of {@code dev.truce.tournament.stats}. */
@NullMarked
package dev.truce.tournament.stats;

import org.jspecify.annotations.NullMarked;
