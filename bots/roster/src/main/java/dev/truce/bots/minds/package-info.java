/** Bots that think ahead on the engine: they suppose what they cannot see, and play rounds out before they order. */
@NullMarked
package dev.truce.bots.minds;

import org.jspecify.annotations.NullMarked;
