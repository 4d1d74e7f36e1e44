/** Random playouts: matches without a referee in which both sides draw what they do. */
@NullMarked
package dev.truce.bench.playout;

import org.jspecify.annotations.NullMarked;
