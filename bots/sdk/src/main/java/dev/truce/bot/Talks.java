package dev.truce.bot;

import dev.truce.engine.agreement.Terms;
import org.jspecify.annotations.Nullable;

/**
 * What a seat has heard from the other side. Offers of the open round are not in it: both sides decide before the message
 * phase, and what comes in it meets the {@link AcceptanceRule} of their decisions.
 *
 * @param lastOffer the other side's offer in the message phase of the round before, or null if it made none, or in round 1
 */
public record Talks(@Nullable Terms lastOffer) {
    /** Nothing was offered. */
    public static final Talks NONE = new Talks(null);
}
