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
     * @param moveId idempotency key chosen by the client, 1..64 ASCII characters
     */
    record Submit(Seat seat, int round, String moveId, List<RequestedOrder> orders) implements Input {
        public Submit {
            orders = List.copyOf(orders);
        }
    }

    /** A seat takes its sealed orders back. */
    record Undo(Seat seat, int round, String moveId) implements Input {}

    /** A seat says that it is done with a round, or that it is not after all. */
    record Ready(Seat seat, int round, boolean ready) implements Input {}

    /** The round's deadline passed. */
    record DeadlinePassed(int round) implements Input {}

    /** The host closes the match before its end. */
    record Abandon(String reason) implements Input {}
}
