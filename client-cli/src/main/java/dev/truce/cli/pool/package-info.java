/** Measures the game by its reference pool, for {@code truce pool}. */
@NullMarked
package dev.truce.cli.pool;

import org.jspecify.annotations.NullMarked;
