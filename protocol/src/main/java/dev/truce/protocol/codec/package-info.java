/** Converts the values of the game to the generated classes of the schema, in both directions. */
@NullMarked
package dev.truce.protocol.codec;

import org.jspecify.annotations.NullMarked;
