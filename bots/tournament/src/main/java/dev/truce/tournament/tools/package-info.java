/** Matches in which a program sits that calls tools; what serves the tools lies in the second jar. */
@NullMarked
package dev.truce.tournament.tools;

import org.jspecify.annotations.NullMarked;
