package dev.truce.match.notation;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.orders.Order;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import org.jspecify.annotations.Nullable;

/** One item of what a side writes for a round; items stand in one line with semicolons between them. */
public sealed interface Phrase {
    /** {@code HOLD}: no order. */
    record Holds() implements Phrase {}

    /** {@code RECIP=20}. */
    record Sets(Order order) implements Phrase {}

    /** {@code OFFER o {US.FENT<=5; until r8}}. */
    record Offers(Terms terms) implements Phrase {}

    /** {@code COUNTER CN-2 {RENEW; for 4}}: an offer that takes the place of one of the other side. */
    record Counters(OfferId offer, Terms terms) implements Phrase {}

    /** {@code ACCEPT CN-2}. */
    record Accepts(OfferId offer) implements Phrase {}

    /** {@code REJECT CN-2}. */
    record Rejects(OfferId offer) implements Phrase {}

    /** {@code WITHDRAW US-1}: takes an own offer back. */
    record Withdraws(OfferId offer) implements Phrase {}

    /** {@code NOTICE}: leaves the treaty with the end of the round. */
    record GivesNotice() implements Phrase {}

    /**
     * {@code REASSURE}, {@code WARN} and {@code THREATEN RECIP=84 by r5 unless CN.SOY>=8} in public, or {@code SAY all "text"}.
     *
     * @param text the words; empty if there is a statement
     * @param statement what it commits to, or null
     */
    record Says(Channel channel, String text, @Nullable Statement statement) implements Phrase {}
}
