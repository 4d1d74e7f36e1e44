package dev.truce.rulebook.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.payoff.Points;
import dev.truce.engine.redaction.Redaction;
import dev.truce.engine.redline.RedLines;
import dev.truce.engine.report.EconomyReport;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.report.SideReport;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.state.SideState;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.SideFacts;
import dev.truce.engine.view.Viewer;
import dev.truce.rulebook.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two matches that differ only in secrets look the same. */
class SecretsTest {
    private static final int ROUNDS = 6;
    private static final int PAIRS = 500;

    @ParameterizedTest
    @EnumSource(names = {"US", "CN", "PUBLIC"})
    void viewsOfMatchesThatDifferOnlyInSecretsAreEqual(Viewer viewer) {
        int accused = viewsAreEqual(Play.RULES, viewer);
        assertThat(accused).isZero();
    }

    /** By the third ruleset whether an accusation is true is a secret too. */
    @ParameterizedTest
    @EnumSource(names = {"US", "CN", "PUBLIC"})
    void viewsOfMatchesThatDifferInTheTruthOfAnAccusationAreEqual(Viewer viewer) {
        int accused = viewsAreEqual(Play.THIRD, viewer);
        assertThat(accused).isGreaterThan(PAIRS / 2);
    }

    /** Two matches that differ only in the truth of an accusation go on alike for all others until there is a verdict on it. */
    @ParameterizedTest
    @EnumSource(Side.class)
    void theTruthOfAnAccusationShowsInNothingBeforeItsVerdict(Side accused) {
        int rested = 0;
        int told = 0;
        for (long seed = 0; seed < PAIRS; seed++) {
            Play one = Play.of(Play.THIRD, seed);
            Play two = Play.of(Play.THIRD, seed);
            SplitMix64 random = new SplitMix64(seed);
            RoundInputs first = one.randomInputs(random);
            one.round(first);
            two.round(first);
            if (one.state.side(accused).accusedOn() == null) {
                continue;
            }
            two.state = withOtherTruth(one.state, accused);
            RoundInputs inputs = one.randomInputs(random);
            one.round(inputs);
            two.round(inputs);
            boolean rests = inputs.choices().of(accused.other()) == AccusationChoice.REST;
            for (Viewer viewer : List.of(Viewer.of(accused.other()), Viewer.PUBLIC, Viewer.of(accused))) {
                boolean same = one.last(viewer).equals(two.last(viewer))
                        && one.observe(viewer).equals(two.observe(viewer));
                if (rests) {
                    assertThat(same).as("seed %d", seed).isTrue();
                    rested++;
                } else {
                    told += same ? 0 : 1;
                }
            }
        }
        assertThat(rested).isGreaterThan(20);
        assertThat(told).isGreaterThan(20);
    }

    private static MatchState withOtherTruth(MatchState state, Side accused) {
        SideState before = state.side(accused);
        return Records.with(
                state,
                accused.name().toLowerCase(Locale.ROOT),
                Records.with(before, "accusedReally", !before.accusedReally()));
    }

    /** Returns how often a side stood accused. */
    private static int viewsAreEqual(Rules rules, Viewer viewer) {
        int accused = 0;
        for (long seed = 0; seed < PAIRS; seed++) {
            Play play = Play.of(rules, seed);
            SplitMix64 random = new SplitMix64(seed);
            Redaction one = new Redaction(rules, play.setup, viewer);
            MatchSetup otherSetup = new MatchSetup(
                    ~seed, new Horizon.Hidden(20, .5, 40), play.setup.calendar(), play.setup.conditions());
            Redaction two = new Redaction(rules, otherSetup, viewer);
            for (int i = 0; i < ROUNDS; i++) {
                play.round(play.randomInputs(random));
                RoundReport report = play.reports.get(i);
                RoundView seen = one.view(report, play.state);
                assertThat(two.view(secretsChanged(report, viewer, random), secretsChanged(play.state, viewer, random)))
                        .as("seed %d round %d", seed, i + 1)
                        .isEqualTo(seen);
                Observation observed = one.observe(play.state);
                assertThat(two.observe(secretsChanged(play.state, viewer, random)))
                        .isEqualTo(observed);
                for (Side side : Side.values()) {
                    accused += play.state.side(side).accusedOn() == null ? 0 : 1;
                }
            }
        }
        return accused;
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void aCovertMoveChangesNothingForTheOtherSideInItsRoundButSignalsAndTheNewsOfACatch(Side mover) {
        int equalNews = 0;
        int otherNews = 0;
        for (long seed = 0; seed < 2 * PAIRS; seed++) {
            SplitMix64 random = new SplitMix64(seed);
            Play honest = Play.of(seed);
            Play cheating = Play.of(seed);
            int quiet = random.nextInt(4);
            for (int i = 0; i < quiet; i++) {
                RoundInputs inputs = honest.randomInputs(random);
                honest.round(inputs);
                cheating.round(inputs);
            }
            Orders own = honest.random(random, mover, .2, in -> !in.isCovert());
            Orders others = honest.random(random, mover.other(), .2, in -> true);
            honest.round(joint(mover, with(honest, own, mover, random, true), others));
            cheating.round(joint(mover, with(cheating, own, mover, random, false), others));

            for (Viewer viewer : new Viewer[] {Viewer.of(mover.other()), Viewer.PUBLIC}) {
                RoundView one = honest.last(viewer);
                RoundView two = cheating.last(viewer);
                assertThat(withoutSignalsAndCatch(two, one, mover)).isEqualTo(withoutSignalsAndCatch(one, one, mover));
                if (one.side(mover).equals(two.side(mover))) {
                    equalNews++;
                    if (one.change() == two.change()) {
                        assertThat(two.next()).isEqualTo(one.next());
                    }
                } else {
                    otherNews++;
                }
            }
        }
        assertThat(equalNews).isGreaterThan(PAIRS);
        assertThat(otherNews).isPositive();
    }

    @Test
    void fewerSoyaPurchasesChangeNothingAtAllInTheirOwnRound() {
        int uncaught = 0;
        for (long seed = 0; seed < PAIRS; seed++) {
            Play honest = Play.of(seed);
            Play cheating = Play.of(seed);
            honest.round(JointOrders.HOLD);
            cheating.round(new JointOrders(Orders.HOLD, Orders.of(new Order(Instrument.CN_SOY_PURCHASES, 0))));
            if (honest.last(Viewer.US).cn().equals(cheating.last(Viewer.US).cn())) {
                uncaught++;
                assertThat(cheating.last(Viewer.US)).isEqualTo(honest.last(Viewer.US));
                assertThat(cheating.last(Viewer.PUBLIC)).isEqualTo(honest.last(Viewer.PUBLIC));
                assertThat(cheating.observe(Viewer.US)).isEqualTo(honest.observe(Viewer.US));
            }
        }
        assertThat(uncaught).isGreaterThan(PAIRS / 3);
    }

    @Test
    void aHiddenHorizonIsToldToNobodyAndAFixedOneToAll() {
        MatchSetup hidden = Play.RULES.setup(1);
        MatchSetup fixed = new MatchSetup(1, new Horizon.Fixed(7), hidden.calendar(), hidden.conditions());
        for (Viewer viewer : Viewer.values()) {
            assertThat(new Play(hidden).observe(viewer).knownRounds()).isZero();
            assertThat(new Play(fixed).observe(viewer).knownRounds()).isEqualTo(7);
        }
    }

    @Test
    void anObserverSeesNoScoresAndNoCovertLevel() {
        Play play = Play.of(3);
        play.round(JointOrders.HOLD);
        RoundView view = play.last(Viewer.PUBLIC);
        assertThat(view.scores()).isEmpty();
        assertThat(view.own()).isEmpty();
        for (Instrument instrument : Instrument.all()) {
            assertThat(view.levels().get(instrument) == Levels.UNSEEN).isEqualTo(instrument.isCovert());
        }
        assertThat(view.signals()).extracting("instrument").containsExactly(Instrument.CN_SOY_PURCHASES);
        assertThat(play.observe(Viewer.PUBLIC).legal()).isEmpty();
    }

    private static JointOrders joint(Side mover, Orders own, Orders others) {
        return BySide.pick(mover, new JointOrders(own, others), new JointOrders(others, own));
    }

    /** Adds an order for every covert instrument, so that nothing falls back unseen: as it stands, or drawn. */
    private static Orders with(Play play, Orders orders, Side side, SplitMix64 random, boolean asItStands) {
        List<Order> all = new ArrayList<>(orders.list());
        for (Instrument instrument : Instrument.of(side)) {
            if (instrument.isCovert()) {
                int level = asItStands
                        ? play.state.levels().get(instrument)
                        : random.nextInt(Play.RULES.mapping().size(instrument));
                all.add(new Order(instrument, level));
            }
        }
        return Orders.of(all);
    }

    /** Puts in what {@code other} says about signals, what follows from them, and the news of a catch. */
    private static RoundView withoutSignalsAndCatch(RoundView view, RoundView other, Side mover) {
        SideFacts facts = view.side(mover);
        SideFacts told = other.side(mover);
        SideFacts blank = new SideFacts(
                facts.publicEscalationMilli(),
                facts.brokenClauses(),
                facts.snapBackRight(),
                facts.severityMilli(),
                facts.material(),
                facts.notice(),
                told.caughtOn(),
                told.reputationMilli());
        return new RoundView(
                view.viewer(),
                view.round(),
                view.levels(),
                view.orders(),
                view.changes(),
                view.fallbacks(),
                view.prevented(),
                view.corrected(),
                view.events(),
                view.expired(),
                view.treaty(),
                other.change(),
                other.next(),
                other.signals(),
                BySide.pick(mover, blank, view.us()),
                BySide.pick(mover, view.cn(), blank),
                view.own(),
                other.figures(),
                other.scores(),
                other.ratification());
    }

    static RoundReport secretsChanged(RoundReport r, Viewer viewer, SplitMix64 random) {
        return new RoundReport(
                r.round(),
                levels(r.before(), viewer, random),
                levels(r.after(), viewer, random),
                new JointOrders(
                        orders(r.orders().us(), Side.US, viewer, random),
                        orders(r.orders().cn(), Side.CN, viewer, random)),
                fallbacks(r.fallbacks(), viewer, random),
                r.prevented().stream().filter(in -> sees(viewer, in)).toList(),
                r.corrected(),
                r.events(),
                r.expired(),
                r.treaty(),
                r.change(),
                r.ratification(),
                random.nextDouble(),
                random.nextDouble(),
                r.signals(),
                side(r.us(), Side.US, viewer, random),
                side(r.cn(), Side.CN, viewer, random),
                new EconomyReport(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, random.nextDouble()),
                random.nextInt(100));
    }

    private static boolean sees(Viewer viewer, Instrument instrument) {
        return !instrument.isCovert() || viewer.sees(instrument.holder());
    }

    private static Levels levels(Levels levels, Viewer viewer, SplitMix64 random) {
        Levels changed = levels;
        for (Instrument instrument : Instrument.all()) {
            if (!sees(viewer, instrument)) {
                changed = changed.with(
                        instrument, random.nextInt(Play.RULES.mapping().size(instrument)));
            }
        }
        return changed;
    }

    private static Orders orders(Orders orders, Side side, Viewer viewer, SplitMix64 random) {
        List<Order> changed = new ArrayList<>();
        for (Order order : orders.list()) {
            if (sees(viewer, order.instrument())) {
                changed.add(order);
            }
        }
        for (Instrument instrument : Instrument.of(side)) {
            if (!sees(viewer, instrument) && random.nextInt(2) == 0) {
                changed.add(new Order(instrument, random.nextInt(4)));
            }
        }
        return Orders.of(changed);
    }

    private static List<LevelChange> fallbacks(List<LevelChange> fallbacks, Viewer viewer, SplitMix64 random) {
        List<LevelChange> changed = new ArrayList<>();
        for (LevelChange fallback : fallbacks) {
            if (sees(viewer, fallback.instrument())) {
                changed.add(fallback);
            } else if (random.nextInt(2) == 0) {
                changed.add(new LevelChange(fallback.instrument(), 3, random.nextInt(3)));
            }
        }
        return changed;
    }

    private static SideReport side(SideReport s, Side side, Viewer viewer, SplitMix64 random) {
        boolean seen = viewer.sees(side);
        double[] points = new double[Component.COUNT];
        for (int i = 0; i < points.length; i++) {
            points[i] = random.nextDouble();
        }
        if (seen) {
            points[Component.CHANCE.ordinal()] = s.points().of(Component.CHANCE);
        }
        return new SideReport(
                random.nextDouble(),
                s.publicEscalation(),
                random.nextDouble(),
                random.nextDouble(),
                random.nextDouble(),
                s.brokenClauses(),
                random.nextDouble(),
                s.snapBackRight(),
                s.severity(),
                s.material(),
                s.notice(),
                s.caught(),
                s.caughtOn(),
                random.nextInt(2) == 0,
                Points.of(points),
                random.nextDouble(),
                seen ? s.type() : random.nextDouble(),
                seen ? s.redLines() : lines(side, random),
                s.decisions(),
                random.nextInt(2) == 0);
    }

    static MatchState secretsChanged(MatchState s, Viewer viewer, SplitMix64 random) {
        return new MatchState(
                s.round(),
                levels(s.levels(), viewer, random),
                s.treaty(),
                s.investigationRounds(),
                s.courtRoundsLeft(),
                s.courtHasRuled(),
                random.nextDouble(),
                random.nextDouble(),
                random.nextDouble(),
                redLines(s.redLines(), viewer, random),
                random.nextInt(3),
                Play.RULES.startEconomy(),
                secretsChanged(s.us(), random),
                secretsChanged(s.cn(), random),
                s.ending());
    }

    private static RedLines redLines(RedLines lines, Viewer viewer, SplitMix64 random) {
        return new RedLines(
                viewer.sees(Side.US) ? lines.us() : lines(Side.US, random),
                viewer.sees(Side.CN) ? lines.cn() : lines(Side.CN, random));
    }

    /** Any instruments of a side, be they candidates or not. */
    private static List<Instrument> lines(Side side, SplitMix64 random) {
        return Instrument.of(side).stream()
                .filter(own -> random.nextInt(2) == 0)
                .toList();
    }

    private static SideState secretsChanged(SideState s, SplitMix64 random) {
        return new SideState(
                random.nextDouble(),
                random.nextDouble(),
                random.nextDouble(),
                s.publicEscalation(),
                s.caught(),
                s.unjustifiedBreach(),
                random.nextInt(5),
                random.nextDouble(),
                random.nextDouble(),
                s.breaches(),
                random.nextInt(9),
                s.accusedOn(),
                random.nextInt(2) == 0,
                s.ownText());
    }
}
