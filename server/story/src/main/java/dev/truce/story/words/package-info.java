/** How things are called and written, in the language that is asked for. */
@NullMarked
package dev.truce.story.words;

import org.jspecify.annotations.NullMarked;
