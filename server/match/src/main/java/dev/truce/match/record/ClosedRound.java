package dev.truce.match.record;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.card.Card;
import dev.truce.engine.orders.JointOrders;
import dev.truce.match.deed.Done;
import dev.truce.match.deed.Takeover;
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
 * @param takeovers who took seats over since the round before was closed, in order
 * @param advanced whether the host closed it, before all were ready or time was up
 */
public record ClosedRound(
        int round,
        JointOrders orders,
        OrdersOrigin us,
        OrdersOrigin cn,
        List<Done> deeds,
        List<Card> cards,
        List<Takeover> takeovers,
        boolean advanced) {
    public ClosedRound {
        deeds = List.copyOf(deeds);
        cards = List.copyOf(cards);
        takeovers = List.copyOf(takeovers);
    }

    /** A round in which nothing was done but ordered. */
    public ClosedRound(int round, JointOrders orders, OrdersOrigin us, OrdersOrigin cn) {
        this(round, orders, us, cn, List.of(), List.of(), List.of(), false);
    }

    /** Returns the round with what seats did beside their orders. */
    public ClosedRound with(List<Done> done) {
        return new ClosedRound(round, orders, us, cn, done, cards, takeovers, advanced);
    }

    /** Returns the round with the shock cards that took effect in it. */
    public ClosedRound playing(List<Card> played) {
        return new ClosedRound(round, orders, us, cn, deeds, played, takeovers, advanced);
    }

    /**
     * Returns the round with what the host did in it.
     *
     * @param taken who took seats over
     * @param early whether it closed the round
     */
    public ClosedRound hosted(List<Takeover> taken, boolean early) {
        return new ClosedRound(round, orders, us, cn, deeds, cards, taken, early);
    }

    /** Returns how a side's orders came about. */
    public OrdersOrigin ordersOrigin(Side side) {
        return BySide.pick(side, us, cn);
    }
}
