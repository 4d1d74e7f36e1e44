package dev.truce.match.referee;

import dev.truce.engine.Limits;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.match.Defaults;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.match.record.ClosedRound;
import dev.truce.match.record.OrdersOrigin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The window of one round: what is sealed and who is ready. Orders count in canonical seat order, never in order of arrival. */
final class OpenRound {

    private final int round;
    private final TreeMap<Seat, Place> places = new TreeMap<>(Seat.CANONICAL);

    /** What one seat has done. */
    private static final class Place {
        private @Nullable Orders sealed;
        private boolean ready;
        private int changes;
        private int takenBack;
    }

    /**
     * Opens a round.
     *
     * @param seats the occupied seats; all of them must be ready
     */
    OpenRound(int round, List<Seat> seats) {
        this.round = round;
        for (Seat seat : seats) {
            places.put(seat, new Place());
        }
    }

    int round() {
        return round;
    }

    void seal(Seat seat, Orders orders) {
        place(seat).sealed = orders;
        changed(seat);
    }

    /** Takes orders back; a seat that does so is not done with the round. */
    void unseal(Seat seat) {
        place(seat).sealed = null;
        place(seat).ready = false;
        changed(seat);
    }

    void ready(Seat seat, boolean isReady) {
        place(seat).ready = isReady;
        place(seat).takenBack += isReady ? 0 : 1;
    }

    /** Counts something that a seat did beside orders and readiness. */
    void changed(Seat seat) {
        place(seat).changes++;
    }

    /** Has a seat look again at what is new; it did nothing itself, so nothing is counted. */
    void recall(Seat seat) {
        place(seat).ready = false;
    }

    /** Somebody else acts on a seat. What the one before has sealed is void, unless it is kept; the seat is not ready. */
    void takeOver(Seat seat, boolean keepsOrders) {
        Place place = place(seat);
        place.ready = false;
        if (!keepsOrders) {
            place.sealed = null;
        }
    }

    boolean isReady(Seat seat) {
        return place(seat).ready;
    }

    boolean mayChange(Seat seat) {
        return place(seat).changes < Limits.MAX_CHANGES;
    }

    boolean mayTakeReadyBack(Seat seat) {
        return place(seat).takenBack < Limits.MAX_CHANGES;
    }

    /** Returns the one bit that everybody may know about a seat. */
    Notice.SeatStatus status(Seat seat) {
        return new Notice.SeatStatus(seat, round, sealed(seat) != null, isReady(seat));
    }

    @Nullable
    Orders sealed(Seat seat) {
        return place(seat).sealed;
    }

    /** Returns what a seat orders as things stand; a side without orders holds. */
    Orders ordersOf(Seat seat) {
        Orders orders = sealed(seat);
        return orders == null ? Orders.HOLD : orders;
    }

    /** Returns what the seats of a side have sealed together, or null if none has sealed anything. No instrument is two seats'. */
    @Nullable
    Orders sealed(Side side) {
        Orders sealed = null;
        for (Map.Entry<Seat, Place> place : places.entrySet()) {
            Orders own = place.getValue().sealed;
            if (own != null && place.getKey().side() == side) {
                // The very orders that were sealed if there is one seat, so that what was checked need not be checked
                // again.
                sealed = sealed == null ? own : together(sealed, own);
            }
        }
        return sealed;
    }

    private static Orders together(Orders one, Orders other) {
        List<Order> together = new ArrayList<>(one.list());
        together.addAll(other.list());
        return Orders.of(together);
    }

    /** Returns whether all of these seats are done with the round. */
    boolean areReady(Collection<Seat> seats) {
        return seats.stream().allMatch(this::isReady);
    }

    /** Returns the seats that are not done with the round. */
    Set<Seat> working() {
        Set<Seat> working = new LinkedHashSet<>(places.keySet());
        working.removeIf(this::isReady);
        return working;
    }

    /** Returns what would be done for each seat if the round were closed now. */
    Defaults defaults() {
        return new Defaults(
                round,
                places.keySet().stream()
                        .map(seat -> new Defaults.OfSeat(seat, origin(seat)))
                        .toList());
    }

    /**
     * Returns what the round is resolved from.
     *
     * @param standIns the seats on which a bot stands in for a person
     */
    ClosedRound close(Set<Seat> standIns) {
        return new ClosedRound(
                round,
                new JointOrders(ordersOf(Side.US), ordersOf(Side.CN)),
                ordersOrigin(Side.US, standIns),
                ordersOrigin(Side.CN, standIns));
    }

    private Orders ordersOf(Side side) {
        Orders orders = sealed(side);
        return orders == null ? Orders.HOLD : orders;
    }

    /** A side's orders are sealed by persons if one of them was, else by stand-ins. */
    private OrdersOrigin ordersOrigin(Side side, Set<Seat> standIns) {
        if (sealed(side) != null) {
            boolean bots = places.keySet().stream()
                    .filter(seat -> seat.side() == side && sealed(seat) != null)
                    .allMatch(standIns::contains);
            return bots ? OrdersOrigin.STAND_IN : OrdersOrigin.SEALED;
        }
        Place head = places.get(Seat.head(side));
        return head != null && head.ready ? OrdersOrigin.READY : OrdersOrigin.ABSENT;
    }

    private OrdersOrigin origin(Seat seat) {
        if (sealed(seat) != null) {
            return OrdersOrigin.SEALED;
        }
        return isReady(seat) ? OrdersOrigin.READY : OrdersOrigin.ABSENT;
    }

    private Place place(Seat seat) {
        Place place = places.get(seat);
        if (place == null) {
            throw new IllegalArgumentException("nobody sits on " + seat);
        }
        return place;
    }
}
