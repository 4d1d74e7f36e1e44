/** What an instructor does with a class. */
@NullMarked
package dev.truce.cli.desk;

import org.jspecify.annotations.NullMarked;
