/** Indicators for people: prices, indices, trade and approval, as published after a round. */
@NullMarked
package dev.truce.engine.indicator;

import org.jspecify.annotations.NullMarked;
