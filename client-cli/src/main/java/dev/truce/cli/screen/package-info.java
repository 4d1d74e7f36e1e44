/** What a match looks like in text: blocks that turn views into lines of at most 80 columns. */
@NullMarked
package dev.truce.cli.screen;

import org.jspecify.annotations.NullMarked;
