package dev.truce.match.notation;

import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.deed.AskedOrders;
import java.util.List;

/**
 * Who writes, and what the words of a deed are about.
 *
 * @param side who writes
 * @param round the round in which it is written, from which the last rounds of offers count
 * @param scenario whose levels orders name
 * @param context what short forms refer to
 */
record Writing(Side side, int round, Scenario scenario, ReadingContext context) {

    /** Reads orders. */
    List<RequestedOrder> orders(String text) throws DeedSyntax {
        return AskedOrders.requested(OrderReader.orders(text, side, scenario));
    }

    /** Reads one order. */
    List<RequestedOrder> oneOrder(String text) throws DeedSyntax {
        List<RequestedOrder> orders = orders(text);
        if (orders.size() != 1) {
            throw DeedSyntax.form("refused.order_syntax.one", "WORD=level");
        }
        return orders;
    }

    /** Reads one order, on its instrument. */
    Order order(String text) throws DeedSyntax {
        return AskedOrders.ordered(oneOrder(text)).list().get(0);
    }
}
