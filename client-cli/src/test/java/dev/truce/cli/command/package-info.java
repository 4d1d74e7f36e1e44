/** Tests of the commands. */
@NullMarked
package dev.truce.cli.command;

import org.jspecify.annotations.NullMarked;
