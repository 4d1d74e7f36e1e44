package dev.truce.match;

import dev.truce.engine.board.Side;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Orders;
import dev.truce.match.record.ClosedRound;
import dev.truce.match.record.Manner;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The window of one round: what is sealed and who is ready. Orders count in canonical seat order, never in order of arrival. */
final class OpenRound {
    /**
     * Most changes of a seat in one round, which bounds journal and move ledger. A person makes a handful, a bot one; a seat that has
     * made so many may still say that it is ready, so that the round can close.
     */
    static final int MOST_CHANGES = 64;

    private final int round;
    private final Map<Side, Orders> sealed = new EnumMap<>(Side.class);
    private final Set<Side> ready = EnumSet.noneOf(Side.class);
    private final Map<Side, Integer> changes = new EnumMap<>(Side.class);

    OpenRound(int round) {
        this.round = round;
    }

    int round() {
        return round;
    }

    void seal(Side side, Orders orders) {
        sealed.put(side, orders);
        changed(side);
    }

    /** Takes orders back; a seat that does so is not done with the round. */
    void unseal(Side side) {
        sealed.remove(side);
        ready.remove(side);
        changed(side);
    }

    void ready(Side side, boolean isReady) {
        if (isReady) {
            ready.add(side);
        } else {
            ready.remove(side);
        }
        changed(side);
    }

    boolean isReady(Side side) {
        return ready.contains(side);
    }

    boolean mayChange(Side side) {
        return changes.getOrDefault(side, 0) < MOST_CHANGES;
    }

    @Nullable
    Orders sealed(Side side) {
        return sealed.get(side);
    }

    boolean allAreReady(List<Seat> seats) {
        for (Seat seat : seats) {
            if (!ready.contains(seat.side())) {
                return false;
            }
        }
        return true;
    }

    /** Returns what the round is resolved from; whoever sealed nothing holds. */
    ClosedRound close() {
        return new ClosedRound(
                round,
                new JointOrders(sealed.getOrDefault(Side.US, Orders.HOLD), sealed.getOrDefault(Side.CN, Orders.HOLD)),
                manner(Side.US),
                manner(Side.CN));
    }

    private Manner manner(Side side) {
        if (sealed.containsKey(side)) {
            return Manner.SEALED;
        }
        return ready.contains(side) ? Manner.READY : Manner.ABSENT;
    }

    private void changed(Side side) {
        changes.merge(side, 1, Integer::sum);
    }
}
