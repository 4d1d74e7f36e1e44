/** Reads what a person at a seat types, the same for a terminal as for a page. */
@NullMarked
package dev.truce.story.typed;

import org.jspecify.annotations.NullMarked;
