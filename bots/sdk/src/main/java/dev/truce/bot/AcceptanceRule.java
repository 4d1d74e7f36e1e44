package dev.truce.bot;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.orders.Orders;
import org.jspecify.annotations.Nullable;

/** Which offers a bot would accept in a round; decided before any of the round's offers is known. */
public interface AcceptanceRule {
    /** Accepts nothing. */
    AcceptanceRule NEVER = offered -> false;

    /** Returns whether the bot accepts an offer on exactly these terms. */
    boolean accepts(Terms offered);

    /** Returns whether the bot accepts this offer, which may be asked more than once; rules that know offers by name judge that. */
    default boolean accepts(Offer offered) {
        return accepts(offered.terms());
    }

    /**
     * Returns the orders of a bot that orders something else once it has heard an offer, or null if what was decided stands. Asked
     * after {@link #accepts(Offer)} on the same offer, whatever that said.
     */
    default @Nullable Orders ordersAfter(Offer offered) {
        return null;
    }
}
