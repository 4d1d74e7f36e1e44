/** What seats do in a round and what the owner of a room does with its match. */
@NullMarked
package dev.truce.match.deed;

import org.jspecify.annotations.NullMarked;
