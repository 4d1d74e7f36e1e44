/** Tests of the measurement of the reference pool. */
@NullMarked
package dev.truce.cli.pool;

import org.jspecify.annotations.NullMarked;
