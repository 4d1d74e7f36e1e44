package dev.truce.engine.agreement;

import dev.truce.engine.board.Side;
import org.jspecify.annotations.Nullable;

/**
 * An offer of one side to the other.
 *
 * @param id its name
 * @param terms what it would put into force
 * @param made round in which it was made, from 1
 * @param lastRound last round in which it can be accepted
 * @param answers the offer that it counters, or null
 * @param status what has become of it
 */
public record Offer(
        OfferId id,
        Terms terms,
        int made,
        int lastRound,
        @Nullable OfferId answers,
        OfferStatus status) {
    /**
     * Insists on a span of rounds.
     *
     * @throws IllegalArgumentException unless 1 <= made <= lastRound
     */
    public Offer {
        if (made < 1 || lastRound < made) {
            throw new IllegalArgumentException(
                    "made in round " + made + ", open until round " + lastRound + ": expected 1 <= made <= last");
        }
    }

    /** Returns who made it. */
    public Side maker() {
        return id.side();
    }

    /** Returns whether the other side can still accept it. */
    public boolean isOpen() {
        return status == OfferStatus.OPEN;
    }

    /** Returns the hash of its terms, which an acceptance names. */
    public String hash() {
        return TermsHash.of(terms);
    }

    /** Returns the offer with another status. */
    public Offer become(OfferStatus next) {
        return new Offer(id, terms, made, lastRound, answers, next);
    }
}
