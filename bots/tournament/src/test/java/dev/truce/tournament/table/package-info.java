/** Tests of {@code dev.truce.tournament.table}. */
@NullMarked
package dev.truce.tournament.table;

import org.jspecify.annotations.NullMarked;
