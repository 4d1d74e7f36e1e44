package dev.truce.bots.bargain;

import dev.truce.bot.Talks;
import dev.truce.bots.reference.ValueOffers;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.bargain.Bounds;
import dev.truce.engine.bargain.DealValues;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.report.Ratification;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Observation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Offers the package that promises most: own gain times the chance that the other side signs, as far as one can guess what it guards
 * (ruleset 2, E3). What the side does not guard it gives freely, so that the other side can read its offers. A liar withholds its
 * dearest gift as if it were guarded.
 */
final class BargainOffers extends ValueOffers {
    private static final double FAIR_SHARE = .8;
    private static final double FAIR_LEAD = 1;
    private static final double LEAST_SHARE_OF_OWN = .5;
    private static final double LEAST_SHARE_OF_THEIRS = .75;
    /** Doubt about the other side's gain, points, beside what comes of its lines. */
    private static final double DOUBT = .4;
    /** Steepness that makes the logistic curve close to the normal one. */
    private static final double STEEPNESS = 1.7;

    private static final double EVEN = .5;

    private final boolean lies;
    private final LineBeliefs beliefs;
    private @Nullable List<Instrument> asked;
    private @Nullable Instrument withheld;
    /** Own gain by the package that is offered, times the chance that it is signed. */
    private double hoped;

    BargainOffers(Scenario scenario, Side side, boolean lies) {
        super(scenario, side);
        this.lies = lies;
        beliefs = new LineBeliefs(scenario.redLines(), candidates(side.other()));
    }

    @Override
    public void opened(Observation seen, Talks heard) {
        super.opened(seen, heard);
        learn(seen);
        asked = null;
        hoped = 0;
        if (withheld == null || isDate(seen) || guarded()[withheld.ordinal()] > 0) {
            withheld = dearest();
        }
    }

    private void learn(Observation seen) {
        List<Instrument> given = theirs() instanceof Terms.Package offered ? given(offered, side.other()) : List.of();
        boolean unsigned =
                seen.last() != null && seen.last().ratification().outcome() == Ratification.Outcome.NOTHING_SIGNED;
        if (!given.isEmpty()) {
            beliefs.offered(given);
        } else if (asked != null && unsigned && !(theirs() instanceof Terms.Package)) {
            beliefs.unanswered(asked);
        }
        if (isDate(seen)) {
            beliefs.redrawn();
        }
    }

    private @Nullable Instrument dearest() {
        Instrument dearest = null;
        for (Instrument own : coldCandidates()) {
            if (dearest == null || values.toHolder(own) < values.toHolder(dearest)) {
                dearest = own;
            }
        }
        return dearest;
    }

    @Override
    protected Terms.@Nullable Package best(Observation seen) {
        List<Instrument> own = new ArrayList<>(coldCandidates());
        if (lies && withheld != null) {
            own.remove(withheld);
        }
        List<Instrument> theirs = candidates(side.other());
        Terms.Package best = null;
        double most = 0;
        double chanceOfBest = 0;
        for (int mask = 0; mask < 1 << theirs.size(); mask++) {
            List<Instrument> ask = DealValues.chosen(theirs, mask);
            List<Instrument> given = new ArrayList<>(own);
            given.addAll(ask);
            Terms.Package offered = values.giving(given);
            double mine = gain(seen, offered);
            if (mine < GAIN) {
                continue;
            }
            double chance = chance(seen, offered, ask);
            if (mine * chance > most) {
                most = mine * chance;
                chanceOfBest = chance;
                best = offered;
                asked = ask;
            }
        }
        hoped = most;
        if (best != null && chanceOfBest < EVEN && isDue(seen)) {
            asked = null;
            return null;
        }
        return best;
    }

    /** Returns how likely the other side is to sign: its gain is guessed, and so is what it holds to be fair. */
    private double chance(Observation seen, Terms.Package offered, List<Instrument> ask) {
        Bounds now = now(seen);
        double theirs = values.value(side.other(), after(seen, offered), beliefs.likely())
                - values.fallback(side.other(), now, beliefs.likely());
        double variance = 0;
        for (Instrument asking : ask) {
            variance += beliefs.of(asking) * (1 - beliefs.of(asking));
        }
        double doubt = DOUBT + scenario.redLines().cost().of(side.other()) * Math.sqrt(variance);
        double wanted = Math.max(GAIN, FAIR_SHARE * publicGain(seen, offered, side) - FAIR_LEAD);
        return 1 / (1 + exp(-STEEPNESS * (theirs - wanted) / doubt));
    }

    @Override
    protected boolean isFair(Observation seen, Terms.Package offered, double gain) {
        return gain >= LEAST_SHARE_OF_OWN * hoped
                && gain >= LEAST_SHARE_OF_THEIRS * publicGain(seen, offered, side.other()) - FAIR_LEAD;
    }

    /** The exponential by ten squarings: the same bits on every JVM, which Math.exp does not promise. */
    private static double exp(double x) {
        double power = 1 + Math.max(-600, Math.min(600, x)) / 1024;
        for (int i = 0; i < 10; i++) {
            power *= power;
        }
        return power;
    }
}
