/** Random playouts: matches without a referee, whose orders and terms are drawn. */
@NullMarked
package dev.truce.bench.playout;

import org.jspecify.annotations.NullMarked;
