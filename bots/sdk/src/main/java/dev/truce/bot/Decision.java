package dev.truce.bot;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.orders.Orders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bot does in a round. All of it is decided before the message phase (agreements E).
 *
 * @param orders its orders
 * @param offer what it offers the other side in the message phase, or null
 * @param answers the open offer of the other side that this offer takes the place of, or null
 * @param acceptance which offers of the other side it accepts
 * @param dealings what else it does, in this order; more than {@link #MOST_DEALINGS} are refused
 */
public record Decision(
        Orders orders,
        @Nullable Terms offer,
        @Nullable OfferId answers,
        AcceptanceRule acceptance,
        List<Dealing> dealings) {
    /** Most dealings in a round. */
    public static final int MOST_DEALINGS = 32;

    /** Orders nothing, offers nothing, accepts nothing. */
    public static final Decision HOLD = new Decision(Orders.HOLD);

    /**
     * Copies the dealings.
     *
     * @throws IllegalArgumentException if there are more than {@link #MOST_DEALINGS}
     */
    public Decision {
        dealings = List.copyOf(dealings);
        if (dealings.size() > MOST_DEALINGS) {
            throw new IllegalArgumentException(dealings.size() + " dealings, expected at most " + MOST_DEALINGS);
        }
    }

    /** Gives orders, and makes and accepts offers. */
    public Decision(Orders orders, @Nullable Terms offer, AcceptanceRule acceptance) {
        this(orders, offer, null, acceptance, List.of());
    }

    /** Gives orders without a word to the other side. */
    public Decision(Orders orders) {
        this(orders, null, AcceptanceRule.NEVER);
    }

    /** Returns whether it accepts an offer of the other side. */
    public boolean accepts(Terms offered) {
        return acceptance.accepts(offered);
    }
}
