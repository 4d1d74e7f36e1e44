package dev.truce.bot;

import dev.truce.engine.orders.Orders;

/**
 * What a bot does in a round.
 *
 * @param orders its orders
 */
public record Decision(Orders orders) {
    /** Orders nothing. */
    public static final Decision HOLD = new Decision(Orders.HOLD);
}
