/** Measures the speed of the rules. */
@NullMarked
package dev.truce.bench;

import org.jspecify.annotations.NullMarked;
