/** A seat as the screens see it, in any kind of match. */
@NullMarked
package dev.truce.web.seat;

import org.jspecify.annotations.NullMarked;
