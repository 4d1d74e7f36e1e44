/** Checks how bots are driven and how they play in process. */
@NullMarked
package dev.truce.bot.local;

import org.jspecify.annotations.NullMarked;
