/** What seats do in a round beside their orders. */
@NullMarked
package dev.truce.match.negotiation;

import org.jspecify.annotations.NullMarked;
