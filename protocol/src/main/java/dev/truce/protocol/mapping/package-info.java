/** The one place that knows both the generated classes of the schema and the values of the game. */
@NullMarked
package dev.truce.protocol.mapping;

import org.jspecify.annotations.NullMarked;
