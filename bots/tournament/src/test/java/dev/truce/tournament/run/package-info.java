/** Tests of {@code dev.truce.tournament.run}. */
@NullMarked
package dev.truce.tournament.run;

import org.jspecify.annotations.NullMarked;
