/** What the author of a bot needs. */
@NullMarked
package dev.truce.bot;

import org.jspecify.annotations.NullMarked;
