/** The immutable state of a match between two rounds, with its canonical hash. */
@NullMarked
package dev.truce.engine.state;

import org.jspecify.annotations.NullMarked;
