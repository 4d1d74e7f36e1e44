package dev.truce.match.parley;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import org.jspecify.annotations.Nullable;

/** Something that a side did in a round beside its orders; records keep it. */
public sealed interface Act {
    /** Returns who did it. */
    Side side();

    /**
     * It made an offer.
     *
     * @param offer name of the new offer
     * @param terms what it would put into force
     * @param answers the offer of the other side that it counters, or null
     */
    record Offers(OfferId offer, Terms terms, @Nullable OfferId answers) implements Act {
        @Override
        public Side side() {
            return offer.side();
        }
    }

    /** It accepted an offer of the other side. */
    record Accepts(Side side, OfferId offer) implements Act {}

    /** It refused an offer of the other side. */
    record Refuses(Side side, OfferId offer) implements Act {}

    /** It took an offer of its own back. */
    record Withdraws(Side side, OfferId offer) implements Act {}

    /** It gave notice to leave the treaty, and did not take that back. */
    record Leaves(Side side) implements Act {}

    /**
     * A seat of it said something.
     *
     * @param seat number of the seat, 0 for the head
     * @param channel who heard it
     * @param text its words; may be empty if there is a statement
     * @param statement what it said in a fixed form, or null
     */
    record Says(
            Side side,
            int seat,
            Channel channel,
            String text,
            @Nullable Statement statement) implements Act {}
}
