/** Bots that run in other processes, over the line protocol. */
@NullMarked
package dev.truce.bot.line;

import org.jspecify.annotations.NullMarked;
