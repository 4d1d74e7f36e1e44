/** Provides pictures as plain shapes, drawn as SVG in a page. */
@NullMarked
package dev.truce.story.picture;

import org.jspecify.annotations.NullMarked;
