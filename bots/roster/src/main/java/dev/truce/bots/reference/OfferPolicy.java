package dev.truce.bots.reference;

import dev.truce.bot.AcceptanceRule;
import dev.truce.bot.Talks;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Observation;
import org.jspecify.annotations.Nullable;

/** What a strategy offers and accepts at each offer level, see {@link Stance#offer()}. */
public interface OfferPolicy {
    /** Returns that of the reference strategies: by depth, or by value where sides have red lines. */
    static OfferPolicy of(Scenario scenario, Side side) {
        return scenario.redLines().exist() ? new ValueOffers(scenario, side) : new DepthOffers(scenario, side);
    }

    /** Takes in a round that has opened; called once a round, in order, before all else. */
    default void opened(Observation seen, Talks heard) {}

    /** Returns what a side offers in the open round at an offer level, or null. */
    @Nullable
    Terms offer(Observation seen, int level);

    /** The reason beside the offer that has just been made: the instrument on which the side says that it cannot give way, or null. */
    default @Nullable Instrument guarded() {
        return null;
    }

    /** Returns what a side accepts in the open round at an offer level. */
    AcceptanceRule acceptance(Observation seen, int level);
}
