/** Plays what a search found as the best response to a bot, from a file. */
@NullMarked
package dev.truce.bots.response;

import org.jspecify.annotations.NullMarked;
