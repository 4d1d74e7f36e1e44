/** A match against a bot, played in the page alone. */
@NullMarked
package dev.truce.web.solo;

import org.jspecify.annotations.NullMarked;
