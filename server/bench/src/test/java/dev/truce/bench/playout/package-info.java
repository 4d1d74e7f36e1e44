/** Tests of random playouts. */
@NullMarked
package dev.truce.bench.playout;

import org.jspecify.annotations.NullMarked;
