/** Tests of what answers come to. */
@NullMarked
package dev.truce.bot.line.answer;

import org.jspecify.annotations.NullMarked;
