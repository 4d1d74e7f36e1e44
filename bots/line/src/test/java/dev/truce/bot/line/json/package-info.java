/** Tests of what a seat sees as JSON. */
@NullMarked
package dev.truce.bot.line.json;

import org.jspecify.annotations.NullMarked;
