/** Tests of the terminal. */
@NullMarked
package dev.truce.cli.terminal;

import org.jspecify.annotations.NullMarked;
