/** What the tables of a class led to, from the records of their matches. */
@NullMarked
package dev.truce.story.debrief;

import org.jspecify.annotations.NullMarked;
