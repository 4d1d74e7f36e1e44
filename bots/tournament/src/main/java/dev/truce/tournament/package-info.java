/** Many matches between bots in one process, and what they say about the game. */
@NullMarked
package dev.truce.tournament;

import org.jspecify.annotations.NullMarked;
