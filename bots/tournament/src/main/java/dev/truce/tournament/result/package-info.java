/** The files of a tournament. */
@NullMarked
package dev.truce.tournament.result;

import org.jspecify.annotations.NullMarked;
