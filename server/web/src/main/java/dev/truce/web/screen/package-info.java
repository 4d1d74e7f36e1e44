/** Writes what the page shows. */
@NullMarked
package dev.truce.web.screen;

import org.jspecify.annotations.NullMarked;
