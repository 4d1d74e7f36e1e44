/** Points with their components. */
@NullMarked
package dev.truce.engine.payoff;

import org.jspecify.annotations.NullMarked;
