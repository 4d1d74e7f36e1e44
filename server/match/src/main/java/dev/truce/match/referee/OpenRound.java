package dev.truce.match.referee;

import dev.truce.engine.Limits;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Effect;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.match.record.AbsentMinister;
import dev.truce.match.record.ClosedRound;
import dev.truce.match.record.OrdersOrigin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The window of one round: what is sealed and who is ready. Orders count in canonical seat order, never in order of arrival. */
final class OpenRound {

    private final int round;
    /** In canonical order; the few seats of a match are found sooner one by one than in a tree. */
    private final Place[] places;
    /** Sides whose ministers decide too, so that their orders do not tell what the head did. */
    private final Set<Side> shared = EnumSet.noneOf(Side.class);

    /** What one seat has done. */
    private static final class Place {
        private final Seat seat;
        private @Nullable Orders sealed;
        /** Whether anything was sealed, though it may have been taken back since. */
        private boolean sealedOnce;
        /** What the others were told of the seat last. */
        private boolean toldSealed;

        private boolean toldReady;
        /** What is ordered in place of the seat, or null. */
        private @Nullable Orders kept;

        private boolean vacant;
        private boolean acted;
        private boolean ready;
        /** Whether it has taken back that it is ready; from then on the others are not told that it is again. */
        private boolean doubted;

        private int changes;
        /** How often it has taken back that it is ready, or said again what it had said of that. */
        private int repeated;

        Place(Seat seat) {
            this.seat = seat;
        }

        void takeReadyBack() {
            doubted |= ready;
            ready = false;
        }

        boolean shownReady() {
            return ready && !doubted;
        }
    }

    /**
     * Opens a round.
     *
     * @param seats the seats of the match; all of them must be ready
     * @param delegations how the sides are divided among them; empty for two heads alone
     */
    OpenRound(int round, List<Seat> seats, List<Delegation> delegations) {
        this.round = round;
        for (Delegation delegation : delegations) {
            if (delegation.mode() == DelegationMode.PORTFOLIO && !delegation.isHeadAlone()) {
                shared.add(delegation.side());
            }
        }
        this.places = seats.stream().sorted(Seat.CANONICAL).map(Place::new).toArray(Place[]::new);
    }

    /** Nobody sits on these seats from now on, and somebody on all others. */
    void vacate(Collection<Seat> empty) {
        for (Place place : places) {
            place.vacant = empty.contains(place.seat);
        }
    }

    int round() {
        return round;
    }

    void seal(Seat seat, Orders orders) {
        place(seat).sealed = orders;
        place(seat).sealedOnce = true;
        changed(seat);
    }

    /** Takes orders back; a seat that does so is not done with the round. */
    void unseal(Seat seat) {
        place(seat).sealed = null;
        place(seat).takeReadyBack();
        changed(seat);
    }

    /** A seat does something, whatever it is. */
    void acts(Seat seat) {
        place(seat).acted = true;
    }

    /** Returns whether a seat has done anything in the round. */
    boolean hasActed(Seat seat) {
        return place(seat).acted;
    }

    /** Returns whether a seat has neither sealed anything nor said that it is done. */
    boolean isAbsent(Seat seat) {
        return place(seat).sealed == null && !isReady(seat);
    }

    /** Something is ordered for a seat that is absent. */
    void keep(Seat seat, Orders orders) {
        place(seat).kept = orders;
    }

    void ready(Seat seat, boolean isReady) {
        Place place = place(seat);
        if (isReady && !place.ready) {
            place.ready = true;
            return;
        }
        place.repeated++;
        if (!isReady) {
            place.takeReadyBack();
        }
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
        place.doubted = false;
        if (!keepsOrders) {
            place.sealed = null;
            place.sealedOnce = false;
        }
    }

    boolean isReady(Seat seat) {
        return place(seat).ready;
    }

    boolean mayChange(Seat seat) {
        return place(seat).changes < Limits.MAX_CHANGES;
    }

    boolean mayRepeatReady(Seat seat) {
        return place(seat).repeated < Limits.MAX_CHANGES;
    }

    /**
     * Returns what a viewer may know about a seat. Its own side knows whether something is sealed and whether it is ready. All others know
     * whether anything ever was sealed, and of readiness that is taken back the first time only: what is taken back and said again would
     * tell them how often the seat doubts. That a seat is shown as not ready which is ready misleads nobody who waits: once all are ready,
     * the round ends.
     */
    Notice.SeatStatus status(Seat seat, Viewer viewer) {
        Place place = place(seat);
        boolean own = viewer == Viewer.of(seat.side());
        return new Notice.SeatStatus(
                seat, round, own ? place.sealed != null : place.sealedOnce, own ? place.ready : place.shownReady());
    }

    /** Tells the own side of a seat what it has done, and all others if there is news for them. */
    void tell(Seat seat, Collection<Viewer> viewers, List<Effect> effects) {
        Place place = place(seat);
        boolean news = place.toldSealed != place.sealedOnce || place.toldReady != place.shownReady();
        place.toldSealed = place.sealedOnce;
        place.toldReady = place.shownReady();
        for (Viewer viewer : viewers) {
            if (news || viewer == Viewer.of(seat.side())) {
                effects.add(new Effect.Tell(viewer, status(seat, viewer)));
            }
        }
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
        for (Place place : places) {
            Orders own = place.sealed;
            if (own != null && place.seat.side() == side) {
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
        for (Seat seat : seats) {
            if (!isReady(seat) && !place(seat).vacant) {
                return false;
            }
        }
        return true;
    }

    /** Returns the seats that are not done with the round. */
    Set<Seat> working() {
        Set<Seat> working = new LinkedHashSet<>();
        for (Place place : places) {
            if (!place.ready && !place.vacant) {
                working.add(place.seat);
            }
        }
        return working;
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
                        ordersOrigin(Side.CN, standIns))
                .without(absentMinisters(standIns));
    }

    private List<AbsentMinister> absentMinisters(Set<Seat> standIns) {
        List<AbsentMinister> absent = new ArrayList<>();
        for (Place place : places) {
            Seat seat = place.seat;
            boolean idle = place.sealed == null && !place.vacant && !standIns.contains(seat);
            AbsentMinister minister = new AbsentMinister(seat.side(), seat.number(), place.ready);
            boolean named = seat.number() == Delegation.HEAD
                    ? shared.contains(seat.side()) && minister.isNewsBeside(ordersOrigin(seat.side(), standIns))
                    : !place.ready;
            if (idle && named) {
                absent.add(minister);
            }
        }
        return absent;
    }

    private Orders ordersOf(Side side) {
        Orders sealed = sealed(side);
        Orders orders = sealed == null ? Orders.HOLD : sealed;
        for (Place place : places) {
            Orders kept = place.kept;
            if (kept != null && place.seat.side() == side) {
                orders = orders.isHold() ? kept : together(orders, kept);
            }
        }
        return orders;
    }

    /** A side's orders are sealed by persons if one of them was, else by stand-ins. */
    private OrdersOrigin ordersOrigin(Side side, Set<Seat> standIns) {
        boolean any = false;
        boolean kept = false;
        boolean headIsReady = false;
        for (Place place : places) {
            if (place.seat.side() == side) {
                if (place.sealed != null && !standIns.contains(place.seat)) {
                    return OrdersOrigin.SEALED;
                }
                any |= place.sealed != null;
                kept |= place.kept != null;
                headIsReady |= place.ready && place.seat.number() == Delegation.HEAD;
            }
        }
        if (any) {
            return OrdersOrigin.STAND_IN;
        } else if (kept) {
            return OrdersOrigin.KEPT;
        }
        return headIsReady ? OrdersOrigin.READY : OrdersOrigin.ABSENT;
    }

    /**
     * Returns how a seat comes to its orders if the round is closed now.
     *
     * @param keeps whether something is ordered for it in its absence
     */
    OrdersOrigin origin(Seat seat, boolean keeps) {
        if (sealed(seat) != null) {
            return OrdersOrigin.SEALED;
        } else if (isAbsent(seat) && keeps) {
            return OrdersOrigin.KEPT;
        } else if (place(seat).vacant) {
            return OrdersOrigin.VACANT;
        }
        return isReady(seat) ? OrdersOrigin.READY : OrdersOrigin.ABSENT;
    }

    private Place place(Seat seat) {
        for (Place place : places) {
            if (place.seat.equals(seat)) {
                return place;
            }
        }
        throw new IllegalArgumentException("nobody sits on " + seat);
    }
}
