package dev.truce.bot;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.Orders;
import dev.truce.match.deed.Deed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bot does in a round. All of it is decided before the message phase (agreements E).
 *
 * @param orders its orders
 * @param offer what it offers the other side in the message phase, or null
 * @param answers the open offer of the other side that this offer takes the place of, or null
 * @param acceptance which offers of the other side it accepts
 * @param dealings what else it does, in this order: acceptances of offers that stood before the round opened, refusals, withdrawals,
 *     notice, what is decided on an accusation and words; at most {@link #MAX_DEALINGS}. Offers of the open round meet the {@link AcceptanceRule}
 */
public record Decision(
        Orders orders,
        @Nullable Terms offer,
        @Nullable OfferId answers,
        AcceptanceRule acceptance,
        List<Deed> dealings) {
    /** Most dealings in a round. */
    public static final int MAX_DEALINGS = 32;

    /** Orders nothing, offers nothing, accepts nothing. */
    public static final Decision HOLD = new Decision(Orders.HOLD);

    /**
     * Copies the dealings.
     *
     * @throws IllegalArgumentException if there are more than {@link #MAX_DEALINGS}, or one of them is no dealing
     */
    public Decision {
        dealings = List.copyOf(dealings);
        if (dealings.size() > MAX_DEALINGS) {
            throw new IllegalArgumentException(dealings.size() + " dealings, expected at most " + MAX_DEALINGS);
        }
        for (Deed deed : dealings) {
            if (!isDealing(deed)) {
                throw new IllegalArgumentException(deed + " is no dealing");
            }
        }
    }

    /** Returns whether a deed may stand among the dealings: orders, an offer and readiness have places of their own. */
    public static boolean isDealing(Deed deed) {
        return deed instanceof Deed.Accept
                || deed instanceof Deed.Refuse
                || deed instanceof Deed.Withdraw
                || deed instanceof Deed.GiveNotice
                || deed instanceof Deed.Judge
                || deed instanceof Deed.Say;
    }

    /** Returns what among the dealings decides on accusations. */
    public List<Deed> judgements() {
        return dealings.stream().filter(Deed.Judge.class::isInstance).toList();
    }

    /** Returns what it does about its accusation of the other side. */
    public AccusationChoice choice() {
        AccusationChoice choice = AccusationChoice.REST;
        for (Deed deed : judgements()) {
            choice = ((Deed.Judge) deed).choice();
        }
        return choice;
    }

    /** Returns the same with one dealing more, unless there are as many as there may be. */
    Decision with(Deed dealing) {
        if (dealings.size() == MAX_DEALINGS) {
            return this;
        }
        List<Deed> more = new ArrayList<>(dealings);
        more.add(dealing);
        return new Decision(orders, offer, answers, acceptance, more);
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
