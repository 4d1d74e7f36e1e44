/** Tests of bots in other processes. */
@NullMarked
package dev.truce.bot.line;

import org.jspecify.annotations.NullMarked;
