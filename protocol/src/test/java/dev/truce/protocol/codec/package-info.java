/** Checks that messages and the values of the game say the same. */
@NullMarked
package dev.truce.protocol.codec;

import org.jspecify.annotations.NullMarked;
