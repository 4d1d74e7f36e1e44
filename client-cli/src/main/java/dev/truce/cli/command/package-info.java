/** The commands of the program, one class each. */
@NullMarked
package dev.truce.cli.command;

import org.jspecify.annotations.NullMarked;
