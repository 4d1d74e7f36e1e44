/** How things are called in the language that is asked for. */
@NullMarked
package dev.truce.story.words;

import org.jspecify.annotations.NullMarked;
