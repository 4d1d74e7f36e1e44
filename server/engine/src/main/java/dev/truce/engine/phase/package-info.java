/** The phases of a round, one file each. */
@NullMarked
package dev.truce.engine.phase;

import org.jspecify.annotations.NullMarked;
