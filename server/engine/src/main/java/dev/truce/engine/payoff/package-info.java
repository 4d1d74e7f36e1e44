/** Points, their components, and the score scale. */
@NullMarked
package dev.truce.engine.payoff;

import org.jspecify.annotations.NullMarked;
