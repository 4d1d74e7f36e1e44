/** Tests of how things are called and written. */
@NullMarked
package dev.truce.story.words;

import org.jspecify.annotations.NullMarked;
