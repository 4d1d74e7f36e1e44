/** The texts of the program in each language. */
@NullMarked
package dev.truce.cli.text;

import org.jspecify.annotations.NullMarked;
