/** Plays matches for learners by numbers alone. */
@NullMarked
package dev.truce.env;

import org.jspecify.annotations.NullMarked;
