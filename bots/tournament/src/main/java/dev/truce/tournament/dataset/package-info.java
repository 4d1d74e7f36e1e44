/** Makes a data set of the folder of a tournament. */
@NullMarked
package dev.truce.tournament.dataset;

import org.jspecify.annotations.NullMarked;
