/** Tests of the examination. */
@NullMarked
package dev.truce.bot.line.exam;

import org.jspecify.annotations.NullMarked;
