/** Starts benchmarks. */
@NullMarked
package dev.truce.bench;

import org.jspecify.annotations.NullMarked;
