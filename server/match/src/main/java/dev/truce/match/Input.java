package dev.truce.match;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the referee is told: by a seat, or by the host on behalf of the clock. Accepted inputs, in order, are the match:
 * replaying them gives every state again. None carries a clock reading.
 */
public sealed interface Input {

    /** What a seat asks for in a round under an idempotency key; the same key twice is one move. */
    interface Move {
        /** Returns who asks. */
        Seat seat();

        /** Returns the round that is meant. */
        int round();

        /** Returns the idempotency key chosen by the client, 1..64 printable ASCII characters. */
        String moveId();
    }

    /** The host opens the first round. */
    record Start() implements Input {}

    /**
     * A seat seals orders for a round, replacing its earlier ones.
     *
     * @param moveId idempotency key chosen by the client, 1..64 printable ASCII characters
     */
    record Submit(Seat seat, int round, String moveId, List<RequestedOrder> orders) implements Input, Move {
        /**
         * Insists on a move id as said.
         *
         * @throws IllegalArgumentException if the move id is not as said; hosts check it where it comes in
         */
        public Submit {
            requireMoveId(moveId);
            orders = List.copyOf(orders);
        }
    }

    /** A seat takes its sealed orders back; so does a host for a seat that it empties, whose orders must not run. */
    record Undo(Seat seat, int round, String moveId) implements Input, Move {
        /**
         * Insists on a move id as said.
         *
         * @throws IllegalArgumentException if the move id is not as said; hosts check it where it comes in
         */
        public Undo {
            requireMoveId(moveId);
        }
    }

    /**
     * A side offers terms to the other.
     *
     * @param terms what the offer would put into force
     * @param answers the open offer of the other side that it counters, or null
     */
    record MakeOffer(
            Seat seat,
            int round,
            String moveId,
            Terms terms,
            @Nullable OfferId answers) implements Input, Move {
        /**
         * Insists on a move id as said.
         *
         * @throws IllegalArgumentException if the move id is not as said; hosts check it where it comes in
         */
        public MakeOffer {
            requireMoveId(moveId);
        }
    }

    /**
     * A side accepts an offer of the other.
     *
     * @param termsHash hash of the terms that it was shown
     */
    record AcceptOffer(Seat seat, int round, String moveId, OfferId offer, String termsHash) implements Input, Move {
        /**
         * Insists on a move id as said.
         *
         * @throws IllegalArgumentException if the move id is not as said; hosts check it where it comes in
         */
        public AcceptOffer {
            requireMoveId(moveId);
        }
    }

    /** A side refuses an offer of the other. */
    record RefuseOffer(Seat seat, int round, String moveId, OfferId offer) implements Input, Move {
        /**
         * Insists on a move id as said.
         *
         * @throws IllegalArgumentException if the move id is not as said; hosts check it where it comes in
         */
        public RefuseOffer {
            requireMoveId(moveId);
        }
    }

    /** A side takes an offer of its own back. */
    record WithdrawOffer(Seat seat, int round, String moveId, OfferId offer) implements Input, Move {
        /**
         * Insists on a move id as said.
         *
         * @throws IllegalArgumentException if the move id is not as said; hosts check it where it comes in
         */
        public WithdrawOffer {
            requireMoveId(moveId);
        }
    }

    /**
     * A side gives notice to leave the treaty with the end of the round.
     *
     * @param given false takes an earlier notice of the round back
     */
    record GiveNotice(Seat seat, int round, String moveId, boolean given) implements Input, Move {
        /**
         * Insists on a move id as said.
         *
         * @throws IllegalArgumentException if the move id is not as said; hosts check it where it comes in
         */
        public GiveNotice {
            requireMoveId(moveId);
        }
    }

    /**
     * A seat says something.
     *
     * @param channel who is to hear it
     * @param text its words, at most 280 characters in one line; may be empty if there is a statement
     * @param statement what it says in a fixed form, or null
     */
    record Say(
            Seat seat,
            int round,
            String moveId,
            Channel channel,
            String text,
            @Nullable Statement statement) implements Input, Move {
        /**
         * Insists on a move id as said.
         *
         * @throws IllegalArgumentException if the move id is not as said; hosts check it where it comes in
         */
        public Say {
            requireMoveId(moveId);
        }
    }

    /**
     * A seat puts a draft of orders before its delegation, in place of its earlier one. It binds nobody.
     */
    record Draft(Seat seat, int round, String moveId, List<RequestedOrder> orders) implements Input, Move {
        /**
         * Insists on a move id as said.
         *
         * @throws IllegalArgumentException if the move id is not as said; hosts check it where it comes in
         */
        public Draft {
            requireMoveId(moveId);
            orders = List.copyOf(orders);
        }
    }

    /**
     * A seat votes on a draft of its delegation, in place of its earlier vote on it. It binds nobody.
     *
     * @param drafter whose draft
     */
    record Vote(Seat seat, int round, String moveId, Seat drafter, boolean yes) implements Input, Move {
        /**
         * Insists on a move id as said.
         *
         * @throws IllegalArgumentException if the move id is not as said; hosts check it where it comes in
         */
        public Vote {
            requireMoveId(moveId);
        }
    }

    /**
     * A seat says that it is done with a round, or that it is not after all.
     *
     * @param heard how many offers of the other side it has heard in the match, which is the number of the latest
     */
    record Ready(Seat seat, int round, boolean ready, int heard) implements Input {
        /** A seat to which the other side has made no offer says so. */
        public Ready(Seat seat, int round, boolean ready) {
            this(seat, round, ready, 0);
        }
    }

    /**
     * The host plays a shock card, which takes effect when a round is resolved. Everybody hears of it when that round opens, or at
     * once if it is open.
     *
     * @param round the open round or a later one
     * @param card as {@link dev.truce.engine.card.CardReading} reads it
     */
    record PlayCard(int round, String card) implements Input {}

    /** The round's deadline passed. */
    record DeadlinePassed(int round) implements Input {}

    /** The host closes the match before its end. */
    record Abandon(String reason) implements Input {}

    private static void requireMoveId(String moveId) {
        if (moveId.isEmpty() || moveId.length() > 64) {
            throw new IllegalArgumentException("a move id has 1..64 characters, not " + moveId.length());
        }
        for (int i = 0; i < moveId.length(); i++) {
            if (moveId.charAt(i) < 0x20 || moveId.charAt(i) > 0x7E) {
                throw new IllegalArgumentException("character " + i + " of a move id is not printable ASCII");
            }
        }
    }
}
