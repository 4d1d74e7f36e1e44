/** Bots that play rounds out on the engine before they order. */
@NullMarked
package dev.truce.bots.minds;

import org.jspecify.annotations.NullMarked;
