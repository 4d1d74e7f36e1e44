/** Runs bots in other processes, in any language, over their standard input and output. */
@NullMarked
package dev.truce.bot.line;

import org.jspecify.annotations.NullMarked;
