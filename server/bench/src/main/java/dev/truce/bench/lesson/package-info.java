/** Measures the first minute of a lesson. */
@NullMarked
package dev.truce.bench.lesson;

import org.jspecify.annotations.NullMarked;
