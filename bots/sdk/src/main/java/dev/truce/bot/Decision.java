package dev.truce.bot;

import dev.truce.engine.agreement.Terms;
import dev.truce.engine.orders.Orders;
import org.jspecify.annotations.Nullable;

/**
 * What a bot does in a round. All of it is decided before the message phase (agreements E).
 *
 * @param orders its orders
 * @param offer what it offers the other side in the message phase, or null
 * @param acceptance which offers of the other side it accepts
 */
public record Decision(Orders orders, @Nullable Terms offer, AcceptanceRule acceptance) {
    /** Orders nothing, offers nothing, accepts nothing. */
    public static final Decision HOLD = new Decision(Orders.HOLD);

    /** Gives orders without a word to the other side. */
    public Decision(Orders orders) {
        this(orders, null, AcceptanceRule.NEVER);
    }

    /** Returns whether it accepts an offer of the other side. */
    public boolean accepts(Terms offered) {
        return acceptance.accepts(offered);
    }
}
