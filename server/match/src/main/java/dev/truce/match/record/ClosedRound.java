package dev.truce.match.record;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.card.Card;
import dev.truce.engine.orders.JointOrders;
import dev.truce.match.deed.Done;
import java.util.List;

/**
 * What a round was resolved from.
 *
 * @param round number of the round, from 1
 * @param orders orders of both sides
 * @param us how the US orders came about
 * @param cn how the Chinese orders came about
 * @param deeds what seats did beside their orders, in the order of {@link dev.truce.match.negotiation.Negotiation#deeds}
 * @param cards shock cards that took effect, in the order of their kinds
 * @param hosting what the host did with it
 * @param absent ministers who were away, and heads of whom the orders do not tell it, in canonical order of their seats
 */
public record ClosedRound(
        int round,
        JointOrders orders,
        OrdersOrigin us,
        OrdersOrigin cn,
        List<Done> deeds,
        List<Card> cards,
        HostedRound hosting,
        List<AbsentMinister> absent) {
    public ClosedRound {
        deeds = List.copyOf(deeds);
        cards = List.copyOf(cards);
        absent = List.copyOf(absent);
    }

    /** A round in which nothing was done but ordered. */
    public ClosedRound(int round, JointOrders orders, OrdersOrigin us, OrdersOrigin cn) {
        this(round, orders, us, cn, List.of(), List.of(), HostedRound.NONE, List.of());
    }

    /** Returns the round with what seats did beside their orders. */
    public ClosedRound with(List<Done> done) {
        return new ClosedRound(round, orders, us, cn, done, cards, hosting, absent);
    }

    /** Returns the round with the shock cards that took effect in it. */
    public ClosedRound playing(List<Card> played) {
        return new ClosedRound(round, orders, us, cn, deeds, played, hosting, absent);
    }

    /** Returns the round with what the host did with it. */
    public ClosedRound hosted(HostedRound acts) {
        return new ClosedRound(round, orders, us, cn, deeds, cards, acts, absent);
    }

    /** Returns the round with the ministers who were away. */
    public ClosedRound without(List<AbsentMinister> ministers) {
        return new ClosedRound(round, orders, us, cn, deeds, cards, hosting, ministers);
    }

    /** Returns how a side's orders came about. */
    public OrdersOrigin ordersOrigin(Side side) {
        return BySide.pick(side, us, cn);
    }
}
