/** Debriefs of classes of bots. */
@NullMarked
package dev.truce.cli.debrief;

import org.jspecify.annotations.NullMarked;
