/** Searches for best responses to bots, seat by seat. */
@NullMarked
package dev.truce.tournament.oracle;

import org.jspecify.annotations.NullMarked;
