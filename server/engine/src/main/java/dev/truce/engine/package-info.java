/** The rules of the game as pure functions. */
@NullMarked
package dev.truce.engine;

import org.jspecify.annotations.NullMarked;
