/** What is told inside of a delegation. */
@NullMarked
package dev.truce.story.delegation;

import org.jspecify.annotations.NullMarked;
