/** The indicators that are published after a round. */
@NullMarked
package dev.truce.engine.indicator;

import org.jspecify.annotations.NullMarked;
