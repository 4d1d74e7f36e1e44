/** Checks how bots play over connections, good and bad ones. */
@NullMarked
package dev.truce.bot.wire;

import org.jspecify.annotations.NullMarked;
