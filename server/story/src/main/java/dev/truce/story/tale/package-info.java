/** A whole match as a story that a person reads in a minute. */
@NullMarked
package dev.truce.story.tale;

import org.jspecify.annotations.NullMarked;
