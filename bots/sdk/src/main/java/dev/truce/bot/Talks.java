package dev.truce.bot;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.Terms;
import dev.truce.match.Notice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a seat has heard from the other side. Offers of the open round are not in it: both sides decide before the message
 * phase, and what comes in it meets the {@link AcceptanceRule} of their decisions.
 *
 * @param lastOffer the other side's offer in the message phase of the round before, or null if it made none, or in round 1
 * @param offers offers of both sides that were made before the round and can still be answered in it, by round, side and number
 * @param said what the other side said in the round before, where the seat could hear it
 */
public record Talks(@Nullable Terms lastOffer, List<Offer> offers, List<Notice.Said> said) {
    /** Nothing was offered. */
    public static final Talks NONE = new Talks(null);

    public Talks {
        offers = List.copyOf(offers);
        said = List.copyOf(said);
    }

    /** The last offer alone, as far as it goes for bots that remember nothing else. */
    public Talks(@Nullable Terms lastOffer) {
        this(lastOffer, List.of(), List.of());
    }
}
