/** The one place that knows both the generated classes of the schema and the values of the game. */
@NullMarked
package dev.truce.protocol.codec;

import org.jspecify.annotations.NullMarked;
