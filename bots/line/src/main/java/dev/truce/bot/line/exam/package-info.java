/** Examines whether a bot in another process keeps to the line protocol. */
@NullMarked
package dev.truce.bot.line.exam;

import org.jspecify.annotations.NullMarked;
