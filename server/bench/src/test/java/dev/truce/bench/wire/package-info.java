/** Tests of the benchmark over loopback. */
@NullMarked
package dev.truce.bench.wire;

import org.jspecify.annotations.NullMarked;
