/** Plays a match of two bots in one process. */
@NullMarked
package dev.truce.bot.local;

import org.jspecify.annotations.NullMarked;
