package dev.truce.match;

import dev.truce.engine.board.Side;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Orders;
import dev.truce.match.record.ClosedRound;
import dev.truce.match.record.Manner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The window of one round: what is sealed and who is ready. Orders count in canonical seat order, never in order of arrival. */
final class OpenRound {
    /**
     * Most changes of a seat in one round, which bounds journal and move ledger. A person makes a handful, a bot one; a seat that has
     * made so many may still say that it is ready, so that the round can close.
     */
    static final int MOST_CHANGES = 64;

    private final int round;
    /** What follows is indexed by side. */
    private final @Nullable Orders[] sealed = new Orders[2];

    private final boolean[] ready = new boolean[2];
    private final int[] changes = new int[2];

    OpenRound(int round) {
        this.round = round;
    }

    int round() {
        return round;
    }

    void seal(Side side, Orders orders) {
        sealed[side.ordinal()] = orders;
        changed(side);
    }

    /** Takes orders back; a seat that does so is not done with the round. */
    void unseal(Side side) {
        sealed[side.ordinal()] = null;
        ready[side.ordinal()] = false;
        changed(side);
    }

    void ready(Side side, boolean isReady) {
        ready[side.ordinal()] = isReady;
        changed(side);
    }

    /** Counts something that a side did about offers or notices. */
    void dealt(Side side) {
        changed(side);
    }

    /** Has a side look again at what is new; it did nothing itself, so nothing is counted. */
    void recall(Side side) {
        ready[side.ordinal()] = false;
    }

    boolean isReady(Side side) {
        return ready[side.ordinal()];
    }

    boolean mayChange(Side side) {
        return changes[side.ordinal()] < MOST_CHANGES;
    }

    /** Returns the one bit that everybody may know about a seat. */
    Notice.SeatStatus status(Seat seat) {
        return new Notice.SeatStatus(seat, round, sealed(seat.side()) != null, isReady(seat.side()));
    }

    @Nullable
    Orders sealed(Side side) {
        return sealed[side.ordinal()];
    }

    /** Returns what a side orders as things stand; whoever sealed nothing holds. */
    Orders ordersOf(Side side) {
        Orders orders = sealed[side.ordinal()];
        return orders == null ? Orders.HOLD : orders;
    }

    boolean allAreReady(List<Seat> seats) {
        for (Seat seat : seats) {
            if (!isReady(seat.side())) {
                return false;
            }
        }
        return true;
    }

    /** Returns what the round is resolved from. */
    ClosedRound close() {
        return new ClosedRound(
                round, new JointOrders(ordersOf(Side.US), ordersOf(Side.CN)), manner(Side.US), manner(Side.CN));
    }

    private Manner manner(Side side) {
        if (sealed(side) != null) {
            return Manner.SEALED;
        }
        return isReady(side) ? Manner.READY : Manner.ABSENT;
    }

    private void changed(Side side) {
        changes[side.ordinal()]++;
    }
}
