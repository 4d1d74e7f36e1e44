package dev.truce.match.negotiation;

import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Orders;

/** What a seat puts before its own delegation. It binds nobody; records keep what stands at the close, as {@link Act.Drafts}. */
public sealed interface Counsel {
    /** Returns whose delegation. */
    Side side();

    /** Returns the number of the seat, 0 for the head. */
    int seat();

    /**
     * A draft, in place of the seat's earlier one.
     *
     * @param orders what it would have the side order
     */
    record Drafts(Side side, int seat, Orders orders) implements Counsel {}

    /**
     * A vote on a draft, in place of the seat's earlier vote on it.
     *
     * @param drafter the seat whose draft it is
     */
    record Votes(Side side, int seat, int drafter, boolean yes) implements Counsel {}
}
