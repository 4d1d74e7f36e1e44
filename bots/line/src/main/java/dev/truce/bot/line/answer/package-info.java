/** What a player outside of the program answered in a round. */
@NullMarked
package dev.truce.bot.line.answer;

import org.jspecify.annotations.NullMarked;
