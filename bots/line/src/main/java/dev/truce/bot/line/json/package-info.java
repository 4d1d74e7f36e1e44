/** What a seat sees, as one line of JSON and back. */
@NullMarked
package dev.truce.bot.line.json;

import org.jspecify.annotations.NullMarked;
