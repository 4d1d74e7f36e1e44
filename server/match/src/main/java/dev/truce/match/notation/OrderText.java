package dev.truce.match.notation;

import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.scenario.Scenario;

/** Prints orders in their canonical notation: {@code RECIP=20; PORT=80}, or {@code HOLD}. */
public final class OrderText {
    private OrderText() {}

    /** Returns the notation of one side's orders, in instrument order with short words. */
    public static String of(Orders orders, Scenario scenario) {
        if (orders.isHold()) {
            return "HOLD";
        }
        StringBuilder text = new StringBuilder();
        for (Order order : orders.list()) {
            if (!text.isEmpty()) {
                text.append("; ");
            }
            text.append(of(order, scenario));
        }
        return text.toString();
    }

    /** Returns the notation of one order, with the short word. */
    public static String of(Order order, Scenario scenario) {
        return order.instrument().word() + "="
                + scenario.spec(order.instrument()).rung(order.level()).token();
    }
}
