package dev.truce.match.notation;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.scenario.Scenario;

/** Prints orders in their canonical notation: {@code RECIP=20; PORT=80}, or {@code HOLD}. */
public final class OrderText {
    /** Stands between two orders. */
    public static final String BETWEEN = "; ";

    private OrderText() {}

    /** Returns the notation of one side's orders, in instrument order with short words. */
    public static String of(Orders orders, Scenario scenario) {
        StringBuilder text = new StringBuilder();
        append(orders, scenario, text);
        return text.toString();
    }

    /** Appends the notation of one side's orders. */
    public static void append(Orders orders, Scenario scenario, StringBuilder text) {
        if (orders.isHold()) {
            text.append("HOLD");
            return;
        }
        String between = "";
        for (Order order : orders.list()) {
            text.append(between);
            append(order.instrument(), order.level(), scenario, text);
            between = BETWEEN;
        }
    }

    /** Returns the notation of one order, with the short word. */
    public static String of(Order order, Scenario scenario) {
        StringBuilder text = new StringBuilder();
        append(order.instrument(), order.level(), scenario, text);
        return text.toString();
    }

    /** Appends the notation of an instrument at a level, with the short word. */
    public static void append(Instrument instrument, int level, Scenario scenario, StringBuilder text) {
        text.append(instrument.word())
                .append('=')
                .append(scenario.spec(instrument).rung(level).token());
    }
}
