package dev.truce.match;

import dev.truce.engine.board.Side;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Orders;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The window of one round: what is sealed and who is ready. Orders count in canonical seat order, never in order of arrival. */
final class OpenRound {
    private final int round;
    private final Map<Side, Orders> sealed = new EnumMap<>(Side.class);
    private final Set<Side> ready = EnumSet.noneOf(Side.class);

    OpenRound(int round) {
        this.round = round;
    }

    int round() {
        return round;
    }

    void seal(Side side, Orders orders) {
        sealed.put(side, orders);
    }

    void unseal(Side side) {
        sealed.remove(side);
        ready.remove(side);
    }

    void ready(Side side, boolean isReady) {
        if (isReady) {
            ready.add(side);
        } else {
            ready.remove(side);
        }
    }

    boolean isReady(Side side) {
        return ready.contains(side);
    }

    @Nullable
    Orders sealed(Side side) {
        return sealed.get(side);
    }

    boolean everybodyIsReady() {
        return ready.size() == Side.values().length;
    }

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
}
