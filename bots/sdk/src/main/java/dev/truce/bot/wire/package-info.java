/** Plays a bot over a connection to a server. */
@NullMarked
package dev.truce.bot.wire;

import org.jspecify.annotations.NullMarked;
