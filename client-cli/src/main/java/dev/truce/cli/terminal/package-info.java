/** The terminal that the program runs in. */
@NullMarked
package dev.truce.cli.terminal;

import org.jspecify.annotations.NullMarked;
