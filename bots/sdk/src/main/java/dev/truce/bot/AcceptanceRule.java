package dev.truce.bot;

import dev.truce.engine.agreement.Terms;
import dev.truce.engine.orders.Orders;
import org.jspecify.annotations.Nullable;

/** Which offers a bot would accept in a round; decided before any of the round's offers is known. */
public interface AcceptanceRule {
    /** Accepts nothing. */
    AcceptanceRule NEVER = offered -> false;

    /** Returns whether the bot accepts an offer on exactly these terms. */
    boolean accepts(Terms offered);

    /**
     * Returns the orders of a bot that orders something else once it has heard an offer, or null if what was decided stands. Asked
     * after {@link #accepts} on the same terms, whatever that said.
     */
    default @Nullable Orders ordersAfter(Terms offered) {
        return null;
    }
}
