package dev.truce.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Pledge;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.Draws;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.redaction.Redaction;
import dev.truce.engine.redline.RedLineDraw;
import dev.truce.engine.redline.RedLines;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.Viewer;
import dev.truce.scenario.ScenarioException;
import dev.truce.scenario.Scenarios;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Agreements A10: instruments that a side guards in secret. */
class RedLinesTest {
    private static final String BUSAN = Scenarios.text("busan-2025-r2");

    private static Play match(long seed, Conditions conditions) {
        return new Play(
                Play.RULES,
                new MatchSetup(
                        seed, new Horizon.Fixed(12), Play.RULES.scenario().calendar(), conditions));
    }

    @Test
    void eachSideStartsWithTwoOfItsCandidates() {
        Set<List<Instrument>> pairs = new HashSet<>();
        for (long seed = 0; seed < 300; seed++) {
            RedLines lines = match(seed, Conditions.PLAY).state().redLines();
            for (Side side : Side.values()) {
                assertThat(lines.of(side)).hasSize(2).doesNotHaveDuplicates();
                assertThat(Play.RULES.scenario().redLines().candidates().of(side))
                        .containsSubsequence(lines.of(side));
                pairs.add(lines.of(side));
            }
        }
        assertThat(pairs).as("all pairs of five and of four come up").hasSize(10 + 6);
    }

    @Test
    void theyAreAlikeWithAndWithoutChance() {
        for (long seed = 0; seed < 20; seed++) {
            assertThat(match(seed, Conditions.NOISE_FREE).state().redLines())
                    .isEqualTo(match(seed, Conditions.PLAY).state().redLines());
        }
    }

    @Test
    void aDateReplacesOneOfTwoByOneThatWasNone() {
        Set<Instrument> begun = new HashSet<>();
        for (long seed = 0; seed < 100; seed++) {
            Play play = match(seed, Conditions.PLAY);
            for (int round = 1; round < 12; round++) {
                RedLines before = play.state().redLines();
                play.hold();
                RedLines after = play.state().redLines();
                if (round + 1 != 4 && round + 1 != 8) {
                    assertThat(after).isEqualTo(before);
                    continue;
                }
                for (Side side : Side.values()) {
                    List<Instrument> fresh = new ArrayList<>(after.of(side));
                    fresh.removeAll(before.of(side));
                    assertThat(after.of(side)).hasSize(2);
                    assertThat(fresh).hasSize(1);
                    begun.addAll(fresh);
                }
            }
        }
        assertThat(begun).hasSize(9);
    }

    @Test
    void linesThatAPreviewDoesNotKnowStayUnknownAtADate() {
        RedLines known =
                new RedLines(match(1, Conditions.PLAY).state().redLines().us(), List.of());
        RedLines after = RedLineDraw.redrawn(Play.RULES.scenario().redLines(), new Draws(1), known, 4);
        assertThat(after.us()).hasSize(2).isNotEqualTo(known.us());
        assertThat(after.cn()).isEmpty();
    }

    /** Costs by hand: 7.0 times the part of the way from the start to the deepest level, in depth. */
    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource(textBlock = """
            us.fentanyl_tariff,      2,  0
            us.fentanyl_tariff,      1, -3.5
            us.fentanyl_tariff,      0, -7
            us.fentanyl_tariff,      5,  0
            us.reciprocal_tariff,    1, -3.5
            us.section232_duties,    0, -7
            us.section232_duties,    2,  0
            us.chip_control,         0, -7
            us.licence_pace,         2,  0
            us.licence_pace,         3, -7
            cn.reciprocal_tariff,    1, -2.912
            cn.soy_purchases,        5,  0
            cn.soy_purchases,        6, -3.36
            cn.soy_purchases,        7, -5.6
            cn.soy_purchases,        8, -5.6
            cn.rare_earths_april,    0, -5.6
            cn.fentanyl_enforcement, 3, -5.6
            """)
    void aLineCostsByWhatIsGiven(String id, int level, double points) {
        Instrument line = Play.RULES.scenario().instruments().all().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(Play.RULES.redLineCosts().points(line, level)).isCloseTo(points, within(1e-9));
    }

    @Test
    void theCostIsBookedUnderTheAgreementAndNothingElseChanges() {
        for (long seed = 0; seed < 40; seed++) {
            Play play = match(seed, Conditions.PLAY);
            RedLines lines = play.state().redLines();
            RoundReport given = play.round("US.FENT=0 CN.RECIP=0");
            Play cold = match(seed, Conditions.PLAY);
            cold.become(Records.with(cold.state(), "redLines", RedLines.NONE));
            RoundReport free = cold.round("US.FENT=0 CN.RECIP=0");
            double us = lines.us().contains(Instrument.US_FENTANYL_TARIFF) ? -7 : 0;
            double cn = lines.cn().contains(Instrument.CN_RECIPROCAL_TARIFF) ? -5.6 : 0;
            assertThat(difference(given, free, Side.US)).isCloseTo(us, within(1e-9));
            assertThat(difference(given, free, Side.CN)).isCloseTo(cn, within(1e-9));
            for (Side side : Side.values()) {
                for (Component component : Component.values()) {
                    if (component != Component.AGREEMENT) {
                        assertThat(given.side(side).points().of(component))
                                .isEqualTo(free.side(side).points().of(component));
                    }
                }
            }
        }
    }

    private static double difference(RoundReport one, RoundReport other, Side side) {
        return one.side(side).points().of(Component.AGREEMENT)
                - other.side(side).points().of(Component.AGREEMENT);
    }

    @ParameterizedTest
    @EnumSource(Viewer.class)
    void aViewerSeesItsOwnLinesOnly(Viewer viewer) {
        Play play = match(7, Conditions.PLAY);
        Redaction redaction = new Redaction(Play.RULES, play.setup(), viewer);
        for (int round = 1; round <= 9; round++) {
            List<Instrument> expected = new ArrayList<>();
            for (Side side : Side.values()) {
                if (viewer.sees(side)) {
                    expected.addAll(play.state().redLines().of(side));
                }
            }
            Observation seen = redaction.observe(play.state());
            assertThat(seen.redLines()).isEqualTo(expected);
            RoundReport report = play.hold();
            List<Instrument> told = new ArrayList<>();
            redaction.view(report, play.state()).own().forEach(own -> told.addAll(own.redLines()));
            assertThat(told).isEqualTo(expected);
        }
    }

    /** Of two matches that differ in the lines of one side alone, the others see the same through twelve rounds. */
    @ParameterizedTest
    @EnumSource(Side.class)
    void nothingTellsTheOtherSideWhichLinesThereAre(Side owner) {
        for (long seed = 0; seed < 8; seed++) {
            for (Viewer viewer : new Viewer[] {Viewer.of(owner.other()), Viewer.PUBLIC}) {
                Play real = match(seed, Conditions.PLAY);
                Play other = match(seed, Conditions.PLAY);
                List<Instrument> lines = real.state().redLines().of(owner);
                List<Instrument> cold = new ArrayList<>(
                        Play.RULES.scenario().redLines().candidates().of(owner));
                cold.removeAll(lines);
                RedLines changed = new RedLines(
                        owner == Side.US
                                ? cold.subList(0, 2)
                                : real.state().redLines().us(),
                        owner == Side.CN
                                ? cold.subList(0, 2)
                                : real.state().redLines().cn());
                other.become(Records.with(other.state(), "redLines", changed));
                Redaction seen = new Redaction(Play.RULES, real.setup(), viewer);
                Redaction seenOther = new Redaction(Play.RULES, other.setup(), viewer);
                for (int round = 1; round <= 12; round++) {
                    String orders = round % 3 == 0 ? "US.FENT=1 CN.SOY=7" : "CN.ENFORCE=3";
                    assertThat(seenOther.observe(other.state())).isEqualTo(seen.observe(real.state()));
                    assertThat(seenOther.view(other.round(orders), other.state()))
                            .isEqualTo(seen.view(real.round(orders), real.state()));
                }
            }
        }
    }

    @Test
    void holdingKeepsTheTreaty() {
        Play play = match(3, Conditions.NOISE_FREE);
        RoundReport broken = play.round("US.FENT=4 CN.ENFORCE=1");
        assertThat(broken.after().get(Instrument.US_FENTANYL_TARIFF)).isEqualTo(4);
        Play small = match(3, Conditions.NOISE_FREE);
        small.round("US.PORT=1 CN.ENFORCE=1");
        RoundReport held = small.hold();
        assertThat(held.after().get(Instrument.CN_FENTANYL_ENFORCEMENT)).isEqualTo(2);
        assertThat(held.after().get(Instrument.US_PORT_FEE)).isZero();
        assertThat(held.us().brokenClauses()).isEmpty();
        RoundReport again = small.round("CN.ENFORCE=1");
        assertThat(again.after().get(Instrument.CN_FENTANYL_ENFORCEMENT)).isEqualTo(1);
    }

    /** Whatever the other side does, and whatever is signed. */
    @ParameterizedTest
    @EnumSource(Side.class)
    void whoOrdersNothingIsNeverInBreachAndNeverBelowAFloor(Side holder) {
        int bound = 0;
        for (long seed = 0; seed < 60; seed++) {
            Play play = match(seed, Conditions.PLAY);
            RandomOrders orders = new RandomOrders(Play.RULES, seed, .1);
            SplitMix64 random = new SplitMix64(seed);
            while (!play.state().isOver()) {
                JointOrders both = orders.next(play.setup(), play.state());
                BySide<Orders> held = new BySide<>(both.us(), both.cn()).with(holder, Orders.HOLD);
                JointOrders one = new JointOrders(held.us(), held.cn());
                RoundReport report =
                        play.round(RoundInputs.signing(one, random.nextDouble() < .5 ? terms(random) : null));
                assertThat(report.side(holder).brokenClauses()).isEmpty();
                assertThat(report.side(holder).isUnjustifiedBreach()).isFalse();
                for (Instrument instrument : Play.RULES.scenario().instruments().of(holder)) {
                    Clause clause = report.treaty().binding(instrument, report.round());
                    if (clause != null) {
                        bound++;
                        assertThat(clause.isBrokenBy(report.after().get(instrument)))
                                .as("round %d, %s", report.round(), clause)
                                .isFalse();
                    }
                }
            }
        }
        assertThat(bound).as("clauses in force, counted by rounds").isGreaterThan(1000);
    }

    private static Terms terms(SplitMix64 random) {
        List<Pledge> pledges = new ArrayList<>();
        for (Instrument instrument : Play.RULES.scenario().instruments().all()) {
            if (pledges.isEmpty() || random.nextDouble() < .5) {
                int levels = Play.RULES.scenario().spec(instrument).ladder().size();
                pledges.add(new Pledge(instrument, random.nextInt(levels)));
            }
        }
        return new Terms.Package(pledges, 1 + random.nextInt(Terms.MAX_ROUNDS), false);
    }

    @Test
    void depthBeyondOnePaysInEveryRound() {
        // The truce is 1 deep on both sides; a fentanyl tariff of 0 alone adds nothing, as the shallower side counts.
        assertThat(Play.RULES.depthValues().of(Instrument.US_SECTION232_DUTIES, 2))
                .isNegative();
        Play play = match(3, Conditions.NOISE_FREE);
        RoundReport report = play.round("", Play.terms(8, "US.FENT=0 CN.RECIP=0 US.DUTY232=2"));
        RoundReport next = play.hold();
        assertThat(next.us().depth())
                .as("a raised duty in a clause is worth nothing, not less")
                .isCloseTo(1.25, within(1e-9));
        assertThat(next.depthKept()).isCloseTo(1.25, within(1e-9));
        assertThat(report.depthKept()).isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            per_side: 2          | per_side: 4          | per_side is 4; it must be 0 to 3, one less than the candidates of CN
            dates: [4, 8]        | dates: [8, 4]        | ascending, 4, 8
            dates: [4, 8]        | dates: [1, 8]        | range, 1, 2.0
            cost: {us: 7.0       | cost: {us: -7.0      | range, -7.0
            replace: 1           | replace: 3           | range, 3, 0.0
            licence_pace]        | licence_place]       | no-instrument-of, licence_place, US, licence_pace
            k: [0.6, 1.0, 1.5]   | k: [0.6, 1.0]        | k has 2 numbers; it must have 3
            soya_supply_slope: 0.25 | soya_supply_slope: 0.3 | soyaSupplySlope is 0.3
            """)
    void aFileThatCannotBeIsRefused(String right, String wrong, String why) {
        assertThat(BUSAN).contains(right);
        assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(() -> Scenarios.load(BUSAN.replace(right, wrong), "x.yaml"))
                .satisfies(fault -> assertThat(
                                fault.refusal().key() + " " + fault.refusal().arguments())
                        .contains(why.split(", ")));
    }
}
