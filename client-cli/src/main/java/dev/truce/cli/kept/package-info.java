/** Seats that this machine keeps, from their start. */
@NullMarked
package dev.truce.cli.kept;

import org.jspecify.annotations.NullMarked;
