/** Matches between bots in this process. */
@NullMarked
package dev.truce.tournament;

import org.jspecify.annotations.NullMarked;
