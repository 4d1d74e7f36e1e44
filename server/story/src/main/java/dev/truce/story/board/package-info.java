/** What everybody may know of the tables of a class, as its board shows it. */
@NullMarked
package dev.truce.story.board;

import org.jspecify.annotations.NullMarked;
