package dev.truce.match.deed;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RequestedOrder;
import java.util.ArrayList;
import java.util.List;

/** Orders as a deed asks for them, made of those that the rules know, and back. */
public final class AskedOrders {
    private AskedOrders() {}

    /** Returns orders as somebody asks for them. */
    public static List<RequestedOrder> requested(Orders orders) {
        List<Order> list = orders.list();
        List<RequestedOrder> requested = new ArrayList<>(list.size());
        for (Order order : list) {
            requested.add(RequestedOrder.of(order));
        }
        return requested;
    }

    /**
     * Returns orders that the rules have found legal.
     *
     * @throws IllegalArgumentException if one of them names no instrument, or two name the same
     */
    public static Orders ordered(List<RequestedOrder> requested) {
        List<Order> orders = new ArrayList<>(requested.size());
        for (RequestedOrder order : requested) {
            orders.add(new Order(Instrument.all().get(order.instrument()), order.level()));
        }
        return Orders.of(orders);
    }

    /** Returns the deed that seals well-formed orders. */
    public static Deed.Submit submit(Orders orders) {
        return new Deed.Submit(requested(orders));
    }

    /** Returns the deed that drafts well-formed orders. */
    public static Deed.PutDraft draft(Orders orders) {
        return new Deed.PutDraft(requested(orders));
    }
}
