/** Shock cards: what may be played into a match from outside, by an instructor or by a scenario. */
@NullMarked
package dev.truce.engine.card;

import org.jspecify.annotations.NullMarked;
