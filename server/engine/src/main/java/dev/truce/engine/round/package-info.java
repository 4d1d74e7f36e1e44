/** Resolves rounds by the rules of a scenario. */
@NullMarked
package dev.truce.engine.round;

import org.jspecify.annotations.NullMarked;
