/** How a tournament finds other machines to play on. */
@NullMarked
package dev.truce.tournament.cluster;

import org.jspecify.annotations.NullMarked;
