/** Tests of the figures. */
@NullMarked
package dev.truce.app.metrics;

import org.jspecify.annotations.NullMarked;
