/** Turns postures into orders on the board of a scenario. */
@NullMarked
package dev.truce.bots.posture;

import org.jspecify.annotations.NullMarked;
