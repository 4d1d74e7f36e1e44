package dev.truce.match;

import dev.truce.engine.orders.RequestedOrder;
import java.util.List;

/**
 * What the referee is told: by a seat, or by the host on behalf of the clock. Accepted inputs, in order, are the match:
 * replaying them gives every state again. None carries a clock reading.
 */
public sealed interface Input {

    /** The host opens the first round. */
    record Start() implements Input {}

    /**
     * A seat seals orders for a round, replacing its earlier ones.
     *
     * @param moveId idempotency key chosen by the client, 1..64 printable ASCII characters
     */
    record Submit(Seat seat, int round, String moveId, List<RequestedOrder> orders) implements Input {
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
    record Undo(Seat seat, int round, String moveId) implements Input {
        /**
         * Insists on a move id as said.
         *
         * @throws IllegalArgumentException if the move id is not as said; hosts check it where it comes in
         */
        public Undo {
            requireMoveId(moveId);
        }
    }

    /** A seat says that it is done with a round, or that it is not after all. */
    record Ready(Seat seat, int round, boolean ready) implements Input {}

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
