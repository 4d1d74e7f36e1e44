/** Tests of what a desk of a class shows and says. */
@NullMarked
package dev.truce.story.desk;

import org.jspecify.annotations.NullMarked;
