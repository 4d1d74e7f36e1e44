/** The topic of a resolved round, part by part. */
@NullMarked
package dev.truce.story.round;

import org.jspecify.annotations.NullMarked;
