/** What is told to those who hear of a match, each thing with its moment, for every screen alike. */
@NullMarked
package dev.truce.story.heard;

import org.jspecify.annotations.NullMarked;
