/** Tests of the seat of a model. */
@NullMarked
package dev.truce.bot.line.model;

import org.jspecify.annotations.NullMarked;
