package dev.truce.scenario;

import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Anchors;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import java.util.ArrayList;
import java.util.List;

/**
 * Computes the ends of a scenario's score scale as those of Busan were found (agreements C, rules 13): both sides at war, and
 * both in a deep agreement, for 12 rounds without chance and expiry, with summits in rounds 2, 5 and 9 and chips open to all. With red
 * lines the upper end is what two sides reach that know them all, see {@link InformedMatches}.
 */
final class AnchorRun {
    private static final int ROUNDS = 12;
    private static final List<Integer> SUMMITS = List.of(2, 5, 9);
    private static final int LONGEST = Terms.MAX_ROUNDS;

    private final Rules rules;
    private final MatchSetup setup;

    private AnchorRun(Scenario scenario) {
        rules = Rules.of(scenario);
        setup = new MatchSetup(
                0, new Horizon.Fixed(ROUNDS), scenario.calendar().withSummits(SUMMITS), Conditions.REFERENCE);
    }

    /**
     * Plays the two matches; the anchors that the scenario already has are not read.
     *
     * @throws IllegalArgumentException if war is not below deep on both sides, or the scenario cannot be played
     */
    static Anchors of(Scenario scenario) {
        AnchorRun run = new AnchorRun(scenario.withoutRedLines());
        BySide<Double> war = run.play(RoundInputs.of(orders(scenario, war(scenario))));
        BySide<Double> deep = scenario.redLines().exist()
                ? InformedMatches.means(Rules.of(scenario))
                : run.play(RoundInputs.signing(orders(scenario, deep(scenario)), deepSet(scenario)));
        for (Side side : Side.values()) {
            double low = war.of(side);
            double high = deep.of(side);
            if (!Double.isFinite(low) || !Double.isFinite(high) || !(high > low)) {
                throw new IllegalArgumentException("computed for " + side + ": war " + low + ", deep " + high
                        + " points a round; war must be below deep, so turn the weights until peace is worth more");
            }
        }
        return new Anchors(war.us(), deep.us(), war.cn(), deep.cn());
    }

    /** The posture of war of agreements C; what it does not name stays at its start level. */
    static Levels war(Scenario scenario) {
        int[] levels = scenario.startLevels().toArray();
        for (InstrumentSpec spec : scenario.instruments()) {
            int top = spec.ladder().size() - 1;
            int level = switch (spec.instrument()) {
                case US_RECIPROCAL_TARIFF,
                        CN_RECIPROCAL_TARIFF,
                        US_CHIP_CONTROL,
                        CN_RARE_EARTHS_APRIL,
                        CN_RARE_EARTHS_OCTOBER -> top;
                case US_FENTANYL_TARIFF -> nearest(spec, 20);
                case US_PORT_FEE -> nearest(spec, 50);
                case CN_PORT_FEE -> nearest(spec, 400);
                case CN_SOY_PURCHASES -> nearest(spec, .5);
                case US_LICENCE_PACE, CN_FENTANYL_ENFORCEMENT -> 0;
                default -> levels[spec.instrument().ordinal()];
            };
            levels[spec.instrument().ordinal()] = level;
        }
        return Levels.of(levels);
    }

    /** The deepest level of every instrument; of several equally deep ones the first. */
    static Levels deep(Scenario scenario) {
        int[] levels = new int[Instrument.COUNT];
        for (InstrumentSpec spec : scenario.instruments()) {
            levels[spec.instrument().ordinal()] = spec.deepest();
        }
        return Levels.of(levels);
    }

    private static Terms deepSet(Scenario scenario) {
        Levels deep = deep(scenario);
        List<Pledge> pledges = new ArrayList<>();
        for (Instrument instrument : scenario.instruments().all()) {
            pledges.add(new Pledge(instrument, deep.get(instrument)));
        }
        return new Terms.Package(pledges, LONGEST, false);
    }

    private static int nearest(InstrumentSpec spec, double value) {
        int best = 0;
        for (int level = 1; level < spec.ladder().size(); level++) {
            if (Math.abs(spec.rung(level).value() - value)
                    < Math.abs(spec.rung(best).value() - value)) {
                best = level;
            }
        }
        return best;
    }

    private static JointOrders orders(Scenario scenario, Levels levels) {
        return new JointOrders(
                Orders.all(scenario.instruments().of(Side.US), levels),
                Orders.all(scenario.instruments().of(Side.CN), levels));
    }

    private BySide<Double> play(RoundInputs inputs) {
        return rules.means(setup, state -> inputs);
    }
}
