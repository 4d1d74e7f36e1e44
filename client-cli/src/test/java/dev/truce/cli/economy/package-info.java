/** Tests the command that runs the bare economy. */
@NullMarked
package dev.truce.cli.economy;

import org.jspecify.annotations.NullMarked;
