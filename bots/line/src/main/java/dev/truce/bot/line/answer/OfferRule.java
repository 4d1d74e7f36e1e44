package dev.truce.bot.line.answer;

import dev.truce.bot.AcceptanceRule;
import dev.truce.bot.Talks;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.orders.Orders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows a bot an offer of the round and asks it again; once for each offer, however often it is asked itself. */
public abstract class OfferRule implements AcceptanceRule {
    private final Talks talks;
    private final Map<OfferId, Replied> answers = new HashMap<>();

    /**
     * What a bot answered.
     *
     * @param orders in place of those that it gave before, or null for the same
     */
    public record Replied(boolean accepts, @Nullable Orders orders) {
        /** No answer. */
        public static final Replied NOTHING = new Replied(false, null);
    }

    /** @param talks what was said and offered before */
    protected OfferRule(Talks talks) {
        this.talks = talks;
    }

    /**
     * Asks.
     *
     * @param now with the offer
     */
    protected abstract Replied ask(Offer offered, Talks now);

    @Override
    public final boolean accepts(Terms offered) {
        // A runner that knows no names of offers cannot show one to the bot.
        return false;
    }

    @Override
    public final boolean accepts(Offer offered) {
        return answered(offered).accepts();
    }

    @Override
    public final @Nullable Orders ordersAfter(Offer offered) {
        return answered(offered).orders();
    }

    private Replied answered(Offer offered) {
        Replied before = answers.get(offered.id());
        if (before == null) {
            List<Offer> offers = new ArrayList<>(talks.offers());
            offers.add(offered);
            before = ask(offered, new Talks(talks.lastOffer(), offers, talks.said()));
            answers.put(offered.id(), before);
        }
        return before;
    }
}
