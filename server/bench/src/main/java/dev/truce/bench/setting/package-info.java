/** How a benchmark is asked for. */
@NullMarked
package dev.truce.bench.setting;

import org.jspecify.annotations.NullMarked;
