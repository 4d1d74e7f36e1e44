/** Figures for a monitoring system; labels come from enums only, so the number of series is bounded. */
@NullMarked
package dev.truce.app.metrics;

import org.jspecify.annotations.NullMarked;
