package dev.truce.engine.bargain;

import dev.truce.engine.agreement.DepthValues;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.redline.RedLineCosts;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.scenario.PayoffWeights;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What clauses are worth to each side, in points a round against the truce of the start. Everybody can compute it, since it reads the
 * scenario and no secret; who knows or guesses red lines adds them. Immutable.
 *
 * <p>What a gift is worth by itself is measured: 12 rounds without chance and expiry in which one instrument stands at its deepest
 * level and all others hold, against 12 in which all hold. What an agreement is worth by its depth follows from the weights.
 */
public final class DealValues {
    private static final int ROUNDS = 12;
    /** The end counts like further rounds, in which the gift of round 1 acts as in all others; it acts in one round less. */
    private static final double EVERY_ROUND = 15.0 / 14;

    private static final int LONGEST = Terms.MAX_ROUNDS;
    /** Worth of a unit of depth while the other side's word is good: .4 + .6 of a reputation of .9. */
    private static final double WORD = .94;
    /** Tension that a unit of depth takes away in the long run. */
    private static final double CALM = .86;
    /** What it costs to stand without protection on one instrument, for each unit of depth. */
    private static final double UNPROTECTED = 12;
    /** What it costs a round to have no agreement at all, beside its depth. */
    private static final double NO_AGREEMENT = 3;

    private static final double HARDLY_ANY = .1;

    private final Scenario scenario;
    private final RedLineCosts lines;
    /** By instrument and level: how deep a bound is. */
    private final double[][] depth = new double[Instrument.COUNT][];

    /** Instruments that may be red lines, those of the US first: bit i of a number stands for the i-th. */
    private final List<Instrument> candidates;

    private final List<Terms.Package> packages;
    /** How deep each of these packages is, without a technology chapter and with one. */
    private final double[][] depths;

    private final int[] deepest = new int[Instrument.COUNT];
    /** Depth of each instrument at its level of the start. */
    private final double[] start = new double[Instrument.COUNT];

    /** The clauses of agreement 1 as packages, by their rounds; empty if it has none. */
    private final List<Terms.Package> truces;

    private final double[] own = new double[Instrument.COUNT];
    private final double[] other = new double[Instrument.COUNT];
    private final BySide<Double> ofDepth;

    /** Returns the values by some rules: measured once, when they are first asked for, in twelve rounds for each candidate. */
    public static DealValues of(Rules rules) {
        return rules.derived(DealValues.class, DealValues::new);
    }

    private DealValues(Rules rules) {
        scenario = rules.scenario();
        lines = rules.redLineCosts();
        ofDepth = BySide.each(this::measuredDepth);
        for (InstrumentSpec spec : scenario.instruments()) {
            deepest[spec.instrument().ordinal()] = spec.deepest();
            double[] ladder = depths(rules.depthValues(), spec);
            depth[spec.instrument().ordinal()] = ladder;
            start[spec.instrument().ordinal()] = ladder[spec.start()];
        }
        candidates = new ArrayList<>(scenario.redLines().candidates().us());
        candidates.addAll(scenario.redLines().candidates().cn());
        packages = packages();
        depths = new double[][] {depths(false), depths(true)};
        truces = truces();
        measure(Rules.of(scenario.withoutRedLines()));
    }

    private static double[] depths(DepthValues values, InstrumentSpec spec) {
        double[] ladder = new double[spec.ladder().size()];
        for (int level = 0; level < ladder.length; level++) {
            ladder[level] = values.of(spec.instrument(), level);
        }
        return ladder;
    }

    private double[] depths(boolean chapter) {
        return packages.stream()
                .mapToDouble(offered -> depth(Bounds.alone(offered, chapter)))
                .toArray();
    }

    private List<Terms.Package> packages() {
        List<Terms.Package> all = new ArrayList<>();
        for (int bits = 0; bits < 1 << candidates.size(); bits++) {
            List<Pledge> pledges = new ArrayList<>();
            for (Instrument instrument : scenario.instruments().all()) {
                int candidate = candidates.indexOf(instrument);
                boolean kept = candidate >= 0 && (bits >> candidate & 1) == 0;
                pledges.add(
                        new Pledge(instrument, kept ? scenario.spec(instrument).start() : deepest(instrument)));
            }
            all.add(new Terms.Package(pledges, LONGEST, false));
        }
        return all;
    }

    private List<Terms.Package> truces() {
        if (scenario.truce().isEmpty()) {
            return List.of();
        }
        List<Pledge> pledges = scenario.truce().stream()
                .map(clause -> new Pledge(clause.instrument(), clause.bound()))
                .toList();
        return IntStream.rangeClosed(1, Terms.MAX_ROUNDS)
                .mapToObj(rounds -> new Terms.Package(pledges, rounds, false))
                .toList();
    }

    private double measuredDepth(Side side) {
        PayoffWeights weights = scenario.weights(side);
        return weights.agreement() * WORD + scenario.agreements().depthBonus().of(side) - CALM * weights.tension();
    }

    /** Returns the first of the deepest levels of an instrument. */
    public int deepest(Instrument instrument) {
        return deepest[instrument.ordinal()];
    }

    private void measure(Rules rules) {
        BySide<Double> held = means(rules, JointOrders.HOLD);
        for (Side side : Side.values()) {
            for (Instrument instrument : scenario.redLines().candidates().of(side)) {
                Orders gift = Orders.of(List.of(new Order(instrument, deepest(instrument))));
                BySide<Double> given = means(rules, gift(side, gift));
                own[instrument.ordinal()] = EVERY_ROUND * (given.of(side) - held.of(side));
                other[instrument.ordinal()] = EVERY_ROUND * (given.of(side.other()) - held.of(side.other()));
            }
        }
    }

    private static JointOrders gift(Side side, Orders gift) {
        BySide<Orders> orders = new BySide<>(Orders.HOLD, Orders.HOLD).with(side, gift);
        return new JointOrders(orders.us(), orders.cn());
    }

    private static BySide<Double> means(Rules rules, JointOrders orders) {
        MatchSetup setup =
                new MatchSetup(0, new Horizon.Fixed(ROUNDS), rules.scenario().calendar(), Conditions.REFERENCE);
        RoundInputs inputs = RoundInputs.of(orders);
        return rules.means(setup, state -> inputs);
    }

    /** Returns the probabilities, by instrument, of one who knows the red lines. */
    public static double[] known(List<Instrument> lines) {
        double[] guarded = new double[Instrument.COUNT];
        for (Instrument line : lines) {
            guarded[line.ordinal()] = 1;
        }
        return guarded;
    }

    /** Returns the instruments of a list whose bits are set in a number: counting goes through all choices of gifts. */
    public static List<Instrument> chosen(List<Instrument> from, int bits) {
        List<Instrument> chosen = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            if ((bits >> i & 1) == 1) {
                chosen.add(from.get(i));
            }
        }
        return chosen;
    }

    /** Returns what giving an instrument in full is worth to its holder, points a round; red lines come on top. */
    public double toHolder(Instrument instrument) {
        return own[instrument.ordinal()];
    }

    /** Returns what it is worth to the other side. */
    public double toOther(Instrument instrument) {
        return other[instrument.ordinal()];
    }

    /**
     * Returns what bounds are worth to a side, points a round against the truce.
     *
     * @param guarded by instrument, how likely it is to be a red line of its holder, 0..1; only instruments of the side are read
     */
    public double value(Side side, Bounds bounds, double[] guarded) {
        double sum = 0;
        for (int i = 0; i < Instrument.COUNT; i++) {
            int bound = bounds.at(i);
            double beyond = (bound < 0 ? 0 : depth[i][bound]) - start[i];
            if (beyond > 0) {
                Instrument instrument = Instrument.all().get(i);
                sum += lines.given(instrument, bound) * gift(side, instrument, guarded[i]);
            } else if (beyond < 0 && Instrument.all().get(i).holder() != side) {
                sum += UNPROTECTED * beyond;
            }
        }
        return sum + ofDepth.of(side) * (depth(bounds) - 1);
    }

    private double gift(Side side, Instrument instrument, double guarded) {
        return instrument.holder() == side
                ? toHolder(instrument) - scenario.redLines().cost().of(side) * guarded
                : toOther(instrument);
    }

    /**
     * Returns what a bound of one instrument is worth to a side as a gift, points a round; its depth comes on top.
     *
     * @param guarded how likely it is to be a red line of its holder, 0..1; read only if the side holds it
     */
    public double gift(Side side, Instrument instrument, int bound, double guarded) {
        return lines.given(instrument, bound) * gift(side, instrument, guarded);
    }

    /** Returns how deep a bound is; one worse than the fallback adds nothing. */
    public double depthOf(Instrument instrument, int bound) {
        return Math.max(0, depth[instrument.ordinal()][bound]);
    }

    /** Returns what a unit of depth beyond the truce is worth to a side, points a round. */
    public double worthOfDepth(Side side) {
        return ofDepth.of(side);
    }

    /** Returns which part, 0..1, of an instrument a bound gives. */
    public double given(Instrument instrument, int bound) {
        return lines.given(instrument, bound);
    }

    /** Returns what a side has if nothing is signed: the bounds in force, less what the lack of any costs. */
    public double fallback(Side side, Bounds now, double[] guarded) {
        return value(side, now, guarded) - (depth(now) < HARDLY_ANY ? NO_AGREEMENT : 0);
    }

    /** Returns how deep bounds are: as their shallower side. */
    public double depth(Bounds bounds) {
        return Math.min(depth(bounds, Side.US), depth(bounds, Side.CN));
    }

    /** Returns how deep the bounds of one side are; a bound worse than the fallback adds nothing. */
    public double depth(Bounds bounds, Side side) {
        double sum = 0;
        List<Instrument> own = scenario.instruments().of(side);
        for (int i = 0; i < own.size(); i++) {
            int instrument = own.get(i).ordinal();
            int bound = bounds.at(instrument);
            if (bound >= 0) {
                sum += Math.max(0, depth[instrument][bound]);
            }
        }
        return sum;
    }

    /** Returns the clauses of agreement 1 once more. */
    public Terms.Package truce(int rounds) {
        return truces.get(rounds - 1);
    }

    /** Returns the package that has a clause on every instrument: given in full or at the level of the start. */
    public Terms.Package giving(Collection<Instrument> given) {
        return giving(bits(given));
    }

    /** Returns the package that gives those whose bits are set. */
    public Terms.Package giving(int bits) {
        return packages.get(bits);
    }

    /** Returns how many packages {@link #giving(int)} tells apart. */
    public int choices() {
        return packages.size();
    }

    /** Returns the number in which the bits of some instruments are set. */
    public int bits(Collection<Instrument> given) {
        int bits = 0;
        for (Instrument instrument : given) {
            int candidate = candidates.indexOf(instrument);
            bits |= candidate < 0 ? 0 : 1 << candidate;
        }
        return bits;
    }

    /**
     * Returns what the package of {@link #giving(int)} is worth to a side, as its bounds are.
     *
     * @param chapter whether a technology chapter may be signed; without one chips stay licensed, as at the start
     */
    public double value(Side side, int bits, boolean chapter, double[] guarded) {
        double sum = 0;
        for (int i = 0; i < candidates.size(); i++) {
            Instrument instrument = candidates.get(i);
            boolean barred = !chapter && instrument == Instrument.US_CHIP_CONTROL;
            if ((bits >> i & 1) == 1 && !barred) {
                sum += lines.given(instrument, deepest(instrument))
                        * gift(side, instrument, guarded[instrument.ordinal()]);
            }
        }
        return sum + ofDepth.of(side) * (depths[chapter ? 1 : 0][bits] - 1);
    }
}
