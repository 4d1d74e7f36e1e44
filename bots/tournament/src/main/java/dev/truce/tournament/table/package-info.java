/** Tables of result files whose columns know their values. */
@NullMarked
package dev.truce.tournament.table;

import org.jspecify.annotations.NullMarked;
