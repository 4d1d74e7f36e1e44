/** Tests of the rows of result files. */
@NullMarked
package dev.truce.tournament.row;

import org.jspecify.annotations.NullMarked;
