/** Tests of {@code dev.truce.tournament.result}. */
@NullMarked
package dev.truce.tournament.table;

import org.jspecify.annotations.NullMarked;
