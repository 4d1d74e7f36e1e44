/** The rules of the game and its economy as pure functions. */
@NullMarked
package dev.truce.engine;

import org.jspecify.annotations.NullMarked;
