/** Lets a program of another language play both seats of a match, for learning. */
@NullMarked
package dev.truce.bot.line.env;

import org.jspecify.annotations.NullMarked;
