package dev.truce.bot;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import org.jspecify.annotations.Nullable;

/** Something that a bot does in a round beside its orders and its offer. */
public sealed interface Dealing {
    /**
     * Accepts an offer that stood before the round opened. Offers of the open round meet the {@link AcceptanceRule}.
     *
     * @param offer an offer of the other side
     * @param termsHash hash of its terms as the bot has heard them
     */
    record Accept(OfferId offer, String termsHash) implements Dealing {}

    /** Refuses an offer of the other side. */
    record Refuse(OfferId offer) implements Dealing {}

    /** Takes an offer of its own back. */
    record Withdraw(OfferId offer) implements Dealing {}

    /** Gives notice to leave the treaty with the end of the round. */
    record Leave() implements Dealing {}

    /**
     * Says something; the other side's bot hears it when the next round opens.
     *
     * @param channel who hears it
     * @param text at most 280 characters; may be empty if there is a statement
     * @param statement what it commits to, on the public channel only, or null
     */
    record Say(Channel channel, String text, @Nullable Statement statement) implements Dealing {}
}
