/** The commands of the program, one class each, and what they share. */
@NullMarked
package dev.truce.cli.command;

import org.jspecify.annotations.NullMarked;
