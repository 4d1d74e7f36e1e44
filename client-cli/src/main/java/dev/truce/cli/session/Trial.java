package dev.truce.cli.session;

import dev.truce.engine.orders.Orders;
import java.util.List;

/** Shows what orders would do, computed on this device; sends nothing. */
public interface Trial {
    /**
     * Returns the preview of orders against assumed replies of the other side.
     *
     * @param board what the seat knows
     * @param orders the orders to try
     */
    List<String> lines(Board board, Orders orders);
}
