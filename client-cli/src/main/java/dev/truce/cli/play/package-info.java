/** Commands that play a match. */
@NullMarked
package dev.truce.cli.play;

import org.jspecify.annotations.NullMarked;
