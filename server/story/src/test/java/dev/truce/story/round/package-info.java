/** Tests of rounds in sentences. */
@NullMarked
package dev.truce.story.round;

import org.jspecify.annotations.NullMarked;
