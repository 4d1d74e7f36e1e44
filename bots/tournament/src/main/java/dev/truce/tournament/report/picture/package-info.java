/** Provides pictures as plain shapes, and two ways to draw them: as SVG in a page and as a PNG file. */
@NullMarked
package dev.truce.tournament.report.picture;

import org.jspecify.annotations.NullMarked;
