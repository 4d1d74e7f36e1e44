/** Measures full matches over loopback beside an echo of their frames. */
@NullMarked
package dev.truce.bench.wire;

import org.jspecify.annotations.NullMarked;
