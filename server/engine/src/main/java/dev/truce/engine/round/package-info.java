/** The resolution of a round as a list of named phases. */
@NullMarked
package dev.truce.engine.round;

import org.jspecify.annotations.NullMarked;
