package dev.truce.match.record;

import dev.truce.engine.board.Side;
import dev.truce.engine.orders.JointOrders;

/**
 * What a round was resolved from.
 *
 * @param round number of the round, from 1
 * @param orders orders of both sides
 * @param us how the US orders came about
 * @param cn how the Chinese orders came about
 */
public record ClosedRound(int round, JointOrders orders, Manner us, Manner cn) {
    /** Returns how a side's orders came about. */
    public Manner manner(Side side) {
        return side == Side.US ? us : cn;
    }
}
