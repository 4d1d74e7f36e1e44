/** Tests of {@code dev.truce.tournament.result}. */
@NullMarked
package dev.truce.tournament.result;

import org.jspecify.annotations.NullMarked;
