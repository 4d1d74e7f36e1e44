package dev.truce.bot;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.delegation.Minister;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.match.Occupant;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bot may do from its seat. A bot decides for its whole side; of that a head does what the head decides, a minister with
 * a portfolio orders what he holds, and a minister whose head decides puts his decision before him as a draft.
 *
 * @param seat the seat
 * @param decides the instruments that the seat decides, in index order
 * @param drafts whether the seat drafts and votes instead
 */
public record Mandate(Seat seat, List<Instrument> decides, boolean drafts) {
    public Mandate {
        decides = List.copyOf(decides);
    }

    /** Returns the mandate of a head beside whom there is nobody. */
    public static Mandate ofHead(Seat head) {
        return of(Delegation.ofHead(head.side()), head);
    }

    /** Returns the mandate of a seat in its delegation. */
    public static Mandate of(Delegation delegation, Seat seat) {
        boolean drafts = seat.number() != Delegation.HEAD && delegation.mode() == DelegationMode.HEAD;
        return new Mandate(seat, delegation.decidedBy(seat.number()), drafts);
    }

    /**
     * Returns the mandate of a seat as a server tells who sits where.
     *
     * @param seats the seats of both sides that somebody holds
     * @param mode who decides, or null if no side has a minister
     */
    public static Mandate of(List<Occupant> seats, @Nullable DelegationMode mode, Seat seat) {
        List<Minister> ministers = new ArrayList<>();
        for (Occupant occupant : seats) {
            if (occupant.seat().side() == seat.side() && occupant.seat().number() != Delegation.HEAD) {
                ministers.add(new Minister(occupant.seat().number(), occupant.portfolios()));
            }
        }
        return of(new Delegation(seat.side(), mode == null ? DelegationMode.HEAD : mode, ministers), seat);
    }

    /** Returns whether the seat deals with the other side. */
    public boolean deals() {
        return seat.number() == Delegation.HEAD;
    }

    /** Returns whether the seat seals orders of its own. */
    public boolean seals() {
        return !decides.isEmpty();
    }

    /**
     * Returns a decision without what is the head's alone: dealings, and statements of which the side is to keep the word. A minister may
     * still speak.
     */
    public Decision within(Decision decision) {
        if (deals()) {
            return decision;
        }
        List<Deed> words =
                decision.dealings().stream().filter(Mandate::isMereWords).toList();
        return new Decision(decision.orders(), null, null, decision.acceptance(), words);
    }

    private static boolean isMereWords(Deed deed) {
        return deed instanceof Deed.Say says && says.statement() == null;
    }

    /**
     * Returns the part of a decision's orders that the seat decides. Orders for the other side's instruments stay in, so that every
     * host refuses them alike.
     */
    public Orders own(Orders all) {
        if (decides.size() == Instrument.of(seat.side()).size()) {
            return all;
        }
        List<Order> own = new ArrayList<>();
        for (Order order : all.list()) {
            if (decides.contains(order.instrument()) || order.instrument().holder() != seat.side()) {
                own.add(order);
            }
        }
        return own.size() == all.list().size() ? all : Orders.of(own);
    }
}
