/** A seat in which a language model plays, asked over the network or from what it answered before. */
@NullMarked
package dev.truce.bot.line.model;

import org.jspecify.annotations.NullMarked;
