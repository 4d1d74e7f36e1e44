package dev.truce.bots.bargain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.bot.Talks;
import dev.truce.bots.SecondRuleset;
import dev.truce.bots.posture.StrategyTables;
import dev.truce.bots.reference.Stance;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.bargain.Bounds;
import dev.truce.engine.bargain.DealValues;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.Exponential;
import dev.truce.engine.redaction.Redaction;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.Viewer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bargaining in steps, against the same arithmetic done one package at a time. */
class StepOffersTest {
    private static final Rules RULES = SecondRuleset.RULES;
    private static final Scenario SCENARIO = RULES.scenario();
    private static final DealValues VALUES = StrategyTables.of(SCENARIO).dealValues();
    private static final double[] NONE = new double[Instrument.COUNT];
    private static final int MATCHES = 6;

    private static Observation start(Side side, long seed) {
        MatchSetup setup = RULES.setup(seed);
        return new Redaction(RULES, setup, Viewer.of(side)).observe(RULES.start(setup));
    }

    /** Every package that steps make: each candidate from its level of the start to its deepest. */
    private static List<List<Pledge>> packages() {
        List<List<Pledge>> all = new ArrayList<>();
        all.add(List.of());
        for (InstrumentSpec spec : SCENARIO.instruments()) {
            Instrument instrument = spec.instrument();
            boolean moves =
                    SCENARIO.redLines().candidates().of(instrument.holder()).contains(instrument);
            int from = Math.min(spec.start(), spec.deepest());
            int to = Math.max(spec.start(), spec.deepest());
            List<List<Pledge>> longer = new ArrayList<>();
            for (List<Pledge> pledges : all) {
                for (int level = moves ? from : spec.deepest(); level <= (moves ? to : spec.deepest()); level++) {
                    List<Pledge> next = new ArrayList<>(pledges);
                    next.add(new Pledge(instrument, level));
                    longer.add(next);
                }
            }
            all = longer;
        }
        return all;
    }

    /** Own gain times chance of a package, in round 1, when every candidate of the other side is as likely a line as the next. */
    private static double hope(Observation seen, Side side, Terms.Package offered) {
        double guess = (double) SCENARIO.redLines().perSide()
                / SCENARIO.redLines().candidates().of(side.other()).size();
        double[] likely = new double[Instrument.COUNT];
        double variance = 0;
        for (Instrument candidate : SCENARIO.redLines().candidates().of(side.other())) {
            likely[candidate.ordinal()] = guess;
        }
        for (Pledge pledge : offered.pledges()) {
            double step = RULES.redLineCosts().given(pledge.instrument(), pledge.bound());
            // Without a technology chapter chips stay licensed, whatever is written.
            if (pledge.instrument().holder() != side
                    && pledge.instrument() != Instrument.US_CHIP_CONTROL
                    && SCENARIO.redLines().candidates().of(side.other()).contains(pledge.instrument())) {
                variance += step * step * guess * (1 - guess);
            }
        }
        Bounds now = Bounds.inForce(seen.treaty(), 1);
        Bounds after = Bounds.after(RULES.layers(), seen.treaty(), offered, 1, false);
        double[] own = DealValues.known(seen.redLines());
        double mine = VALUES.value(side, after, own) - VALUES.value(side, now, own);
        double theirs = VALUES.value(side.other(), after, likely) - VALUES.value(side.other(), now, likely);
        double inPublic = VALUES.value(side, after, NONE) - VALUES.value(side, now, NONE);
        double doubt = .15 + SCENARIO.redLines().cost().of(side.other()) * Math.sqrt(variance);
        double wanted = Math.max(.2, .8 * inPublic - 1) + .1;
        return mine <= .2 ? 0 : mine * Exponential.logistic(1.7 * (theirs - wanted) / doubt);
    }

    @Test
    void itOffersTheBestOfAllPackagesInSteps() {
        List<List<Pledge>> packages = packages();
        assertThat(packages).hasSize(2592);
        for (Side side : Side.values()) {
            for (long seed = 0; seed < MATCHES; seed++) {
                Observation seen = start(side, seed);
                StepOffers offers = new StepOffers(SCENARIO, side, StepTaste.HONEST);
                offers.opened(seen, Talks.NONE);
                Terms.Package offered = (Terms.Package) offers.offer(seen, Stance.THE_DEEP_SET);
                assertThat(offered).as("match %d, %s", seed, side).isNotNull();
                double best = packages.stream()
                        .mapToDouble(pledges -> hope(seen, side, new Terms.Package(pledges, 8, false)))
                        .max()
                        .orElseThrow();
                assertThat(hope(seen, side, offered)).isCloseTo(best, within(1e-9));
            }
        }
    }

    /** What it is sure of being a line it does not ask for; after that package everything left out is likely to be one. */
    @Test
    void itAsksForNothingThatTheOtherSideProbablyGuards() {
        for (Side side : Side.values()) {
            Observation seen = start(side, 3);
            StepOffers offers = new StepOffers(SCENARIO, side, StepTaste.HONEST);
            List<Instrument> given =
                    SCENARIO.redLines().candidates().of(side.other()).subList(0, 2);
            offers.opened(seen, new Talks(VALUES.giving(given)));
            Terms.Package offered = (Terms.Package) offers.offer(seen, Stance.THE_DEEP_SET);
            assertThat(offered).isNotNull();
            assertThat(SCENARIO.given(offered, side.other())).isNotEmpty().isSubsetOf(given);
        }
    }

    @Test
    void aGreedierTasteAsksForMore() {
        double honest = 0;
        double greedy = 0;
        for (long seed = 0; seed < MATCHES; seed++) {
            honest += left(seed, StepTaste.HONEST);
            greedy += left(seed, new StepTaste(.6, .1, .2, 3));
        }
        assertThat(greedy).isLessThan(honest);
    }

    /** What a package of the US leaves to China in public. */
    private static double left(long seed, StepTaste taste) {
        Observation seen = start(Side.US, seed);
        StepOffers offers = new StepOffers(SCENARIO, Side.US, taste);
        offers.opened(seen, Talks.NONE);
        Terms.Package offered = (Terms.Package) offers.offer(seen, Stance.THE_DEEP_SET);
        return offered == null
                ? 0
                : VALUES.value(Side.CN, Bounds.after(RULES.layers(), seen.treaty(), offered, 1, false), NONE);
    }
}
