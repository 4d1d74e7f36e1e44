/** The bots that ship with the game. */
@NullMarked
package dev.truce.bots;

import org.jspecify.annotations.NullMarked;
