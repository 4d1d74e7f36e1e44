/** The words that people read, and how wide they are. */
@NullMarked
package dev.truce.cli.text;

import org.jspecify.annotations.NullMarked;
