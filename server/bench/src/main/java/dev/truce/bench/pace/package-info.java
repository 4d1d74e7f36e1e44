/** When moves begin that are begun at set times. */
@NullMarked
package dev.truce.bench.pace;

import org.jspecify.annotations.NullMarked;
