/** Runs the bare economy over a table of policies, for researchers. */
@NullMarked
package dev.truce.cli.economy;

import org.jspecify.annotations.NullMarked;
