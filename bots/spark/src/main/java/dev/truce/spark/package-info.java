/** Plays the pairs of a tournament on Apache Spark. */
@NullMarked
package dev.truce.spark;

import org.jspecify.annotations.NullMarked;
