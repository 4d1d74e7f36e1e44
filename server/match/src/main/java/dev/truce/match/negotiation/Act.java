package dev.truce.match.negotiation;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that a side or a seat of it did in a round beside its orders; records keep it. */
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

    /**
     * A seat of it put a draft of orders before its delegation, which stood at the close, and these seats had voted on it.
     *
     * @param seat number of the seat whose draft it is, 0 for the head
     * @param orders what it would have had the side order
     * @param yes numbers of the seats that were for it, ascending
     * @param no numbers of the seats that were against it, ascending
     */
    record Drafts(Side side, int seat, Orders orders, List<Integer> yes, List<Integer> no) implements Act {
        /**
         * Checks the votes.
         *
         * @throws IllegalArgumentException if they are not ascending, or a seat voted twice
         */
        public Drafts {
            yes = List.copyOf(yes);
            no = List.copyOf(no);
            for (List<Integer> votes : List.of(yes, no)) {
                for (int i = 1; i < votes.size(); i++) {
                    if (votes.get(i) <= votes.get(i - 1)) {
                        throw new IllegalArgumentException("the seats that voted do not ascend: " + votes);
                    }
                }
            }
            for (int voter : yes) {
                if (no.contains(voter)) {
                    throw new IllegalArgumentException("seat " + voter + " is for the draft and against it");
                }
            }
        }
    }
}
