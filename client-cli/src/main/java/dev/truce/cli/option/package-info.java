/** Options that several commands have. */
@NullMarked
package dev.truce.cli.option;

import org.jspecify.annotations.NullMarked;
