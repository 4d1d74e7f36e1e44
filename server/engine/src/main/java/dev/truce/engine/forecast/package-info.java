/** Previews: what drafted orders would lead to, as far as a viewer can tell. */
@NullMarked
package dev.truce.engine.forecast;

import org.jspecify.annotations.NullMarked;
