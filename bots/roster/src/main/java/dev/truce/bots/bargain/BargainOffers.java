package dev.truce.bots.bargain;

import dev.truce.bot.Talks;
import dev.truce.bots.bargain.Haggler.Publicity;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.bargain.Bounds;
import dev.truce.engine.bargain.DealValues;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.Exponential;
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
final class BargainOffers extends BeliefOffers {
    private static final double FAIR_SHARE = .8;
    private static final double FAIR_LEAD = 1;
    private static final double LEAST_SHARE_OF_OWN = .5;
    private static final double LEAST_SHARE_OF_THEIRS = .75;
    /** Doubt about the other side's gain, points, beside what comes of its lines. */
    private static final double DOUBT = .4;

    private static final int NOTHING = -1;

    private final boolean lies;
    /** All that it may ask for. */
    private final List<List<Instrument>> asks = new ArrayList<>();

    private final int[] askedBits;

    private @Nullable Instrument withheld;

    BargainOffers(Scenario scenario, Side side, boolean lies) {
        this(scenario, side, lies, Publicity.CHOOSING);
    }

    BargainOffers(Scenario scenario, Side side, boolean lies, Publicity publicity) {
        super(scenario, side, publicity);
        this.lies = lies;
        List<Instrument> theirs = candidates(side.other());
        for (int bits = 0; bits < 1 << theirs.size(); bits++) {
            asks.add(DealValues.chosen(theirs, bits));
        }
        askedBits = asks.stream().mapToInt(values::bits).toArray();
    }

    @Override
    public void opened(Observation seen, Talks heard) {
        super.opened(seen, heard);
        if (withheld == null || isDate(seen) || lines()[withheld.ordinal()] > 0) {
            withheld = dearest();
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
        int given = values.bits(own);
        boolean chapter = mayOpenChapter(seen);
        double theirs = keptBy(side.other(), beliefs.likely());
        int best = NOTHING;
        double most = 0;
        double chanceOfBest = 0;
        for (int i = 0; i < asks.size(); i++) {
            int offered = given | askedBits[i];
            double mine = values.value(side, offered, chapter, lines()) - kept();
            if (mine < GAIN) {
                continue;
            }
            double chance = chance(offered, chapter, theirs, asks.get(i));
            if (mine * chance > most) {
                most = mine * chance;
                chanceOfBest = chance;
                best = offered;
                asked = asks.get(i);
            }
        }
        hoped = most;
        if (best != NOTHING && chanceOfBest < EVEN && isDue(seen)) {
            asked = null;
            return null;
        }
        return best == NOTHING ? null : values.giving(best);
    }

    /** Returns how likely the other side is to sign: its gain is guessed, and so is what it holds to be fair. */
    private double chance(int offered, boolean chapter, double fallback, List<Instrument> ask) {
        double theirs = values.value(side.other(), offered, chapter, beliefs.likely()) - fallback;
        double variance = 0;
        for (int i = 0; i < ask.size(); i++) {
            variance += beliefs.of(ask.get(i)) * (1 - beliefs.of(ask.get(i)));
        }
        double doubt = DOUBT + scenario.redLines().cost().of(side.other()) * Math.sqrt(variance);
        double inPublic = values.value(side, offered, chapter, NO_LINES) - keptInPublic(side);
        double wanted = Math.max(GAIN, FAIR_SHARE * inPublic - FAIR_LEAD);
        return Exponential.logistic(STEEPNESS * (theirs - wanted) / doubt);
    }

    /** A liar names the gift that it hides. */
    @Override
    protected List<Instrument> withheld() {
        return lies && withheld != null ? List.of(withheld) : super.withheld();
    }

    @Override
    protected boolean isFair(Bounds after, double gain) {
        return gain >= LEAST_SHARE_OF_OWN * hoped
                && gain >= LEAST_SHARE_OF_THEIRS * publicGain(after, side.other()) - FAIR_LEAD;
    }
}
