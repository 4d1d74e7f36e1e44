package dev.truce.bots.reference;

import dev.truce.bot.AcceptanceRule;
import dev.truce.bots.posture.Packets;
import dev.truce.bots.posture.StrategyTables;
import dev.truce.engine.agreement.DepthValues;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Observation;
import org.jspecify.annotations.Nullable;

/** Offers and acceptances by the depth of packages alone (agreements E), for scenarios without red lines. All offers are private. */
public final class DepthOffers implements OfferPolicy {
    /** A renewal is due when at most so many rounds are left after the open one. */
    static final int DUE = 1;
    /** What is as deep as the present treaty is accepted when at most so many rounds are left. */
    private static final int SOON = 4;
    /** Most that a side signs away at offer level 1 and 2; the margin keeps rounding out of the decision. */
    private static final double[] MAX_OWN = {0, 1.02, 2.02};
    /** By so much the other side may sign away less. */
    private static final double MAX_LOPSIDED = .15;

    private static final double NO_DIFFERENCE = .01;
    static final Terms RENEWAL = new Terms.Renewal(Packets.SHORT, false);

    private final Side side;
    private final DepthValues depth;
    private final Packets packets;

    public DepthOffers(Scenario scenario, Side side) {
        this.side = side;
        this.depth = StrategyTables.of(scenario).depth();
        this.packets = StrategyTables.of(scenario).packets();
    }

    @Override
    public @Nullable Terms offer(Observation seen, int level) {
        if (level == Stance.NOTHING) {
            return null;
        }
        if (level == Stance.THE_DEEP_SET) {
            return packets.deepSet();
        }
        if (depth.agreed(seen.treaty(), seen.openRound()) < Reading.TRUCE_DEPTH) {
            return packets.truceSet();
        }
        return isRenewalDue(seen) ? RENEWAL : null;
    }

    @Override
    public AcceptanceRule acceptance(Observation seen, int level) {
        if (level == Stance.NOTHING) {
            return AcceptanceRule.NEVER;
        }
        return offered -> {
            if (!(offered instanceof Terms.Package clauses)) {
                return isRenewalDue(seen);
            }
            double own = depth.depth(clauses, side);
            double others = depth.depth(clauses, side.other());
            return own <= MAX_OWN[level] && others >= own - MAX_LOPSIDED && isWorthwhile(seen, Math.min(own, others));
        };
    }

    /** Returns whether the treaty in force ends in the open round or the next. */
    public boolean isRenewalDue(Observation seen) {
        return seen.treaty().roundsLeft(seen.openRound()) <= DUE;
    }

    /** Returns whether an offer is deeper than the treaty in force, or lengthens or replaces it in time. */
    public boolean isWorthwhile(Observation seen, double offered) {
        double present = depth.agreed(seen.treaty(), seen.openRound());
        int left = seen.treaty().roundsLeft(seen.openRound());
        return offered > present + NO_DIFFERENCE
                || (offered >= present - NO_DIFFERENCE && left <= SOON)
                || (left == 0 && offered >= Reading.TRUCE_DEPTH);
    }
}
