/** Tests of how benchmarks are started. */
@NullMarked
package dev.truce.bench;

import org.jspecify.annotations.NullMarked;
