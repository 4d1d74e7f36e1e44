/** What terms mean to a seat. */
@NullMarked
package dev.truce.story.deal;

import org.jspecify.annotations.NullMarked;
