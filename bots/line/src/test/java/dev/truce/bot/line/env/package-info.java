/** Tests of the environment. */
@NullMarked
package dev.truce.bot.line.env;

import org.jspecify.annotations.NullMarked;
