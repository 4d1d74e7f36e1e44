/** The JSON form of what a seat sees: one line an observation. */
@NullMarked
package dev.truce.bot.line.json;

import org.jspecify.annotations.NullMarked;
