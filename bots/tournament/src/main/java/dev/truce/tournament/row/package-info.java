/** Rows of the files of results, each with the table that it stands in. */
@NullMarked
package dev.truce.tournament.row;

import org.jspecify.annotations.NullMarked;
