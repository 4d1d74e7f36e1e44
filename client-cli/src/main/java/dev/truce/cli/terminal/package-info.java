/** The terminal itself: what it can show, printing to it, and reading lines from it. */
@NullMarked
package dev.truce.cli.terminal;

import org.jspecify.annotations.NullMarked;
