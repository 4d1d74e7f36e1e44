/** What a seat or an audience knows of a match. */
@NullMarked
package dev.truce.story.facts;

import org.jspecify.annotations.NullMarked;
