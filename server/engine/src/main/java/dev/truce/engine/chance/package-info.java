/** Keyed random streams: the only source of chance in the rules. */
@NullMarked
package dev.truce.engine.chance;

import org.jspecify.annotations.NullMarked;
