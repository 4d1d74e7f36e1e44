/** The command line of the game. */
@NullMarked
package dev.truce.cli;

import org.jspecify.annotations.NullMarked;
