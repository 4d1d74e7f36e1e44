/** Checks how bots are run, in process and over the wire. */
@NullMarked
package dev.truce.bot;

import org.jspecify.annotations.NullMarked;
