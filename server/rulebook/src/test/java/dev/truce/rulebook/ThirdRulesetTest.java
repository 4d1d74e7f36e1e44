package dev.truce.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import dev.truce.engine.conduct.Shortfall;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.redline.RedLines;
import dev.truce.engine.report.Ratification.Outcome;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.report.SideReport;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.engine.state.MatchState;
import dev.truce.scenario.Scenarios;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The laws of the third ruleset: accusations, two layers, own texts, publicity. */
class ThirdRulesetTest {
    private static final Rules RULES = Rules.of(Scenarios.busan2025());
    /** Neither red lines nor a period's end disturb what is compared. */
    private static final int ROUNDS = 12;

    private static final String CHEATS = "CN.ENFORCE=1";

    private static Play play() {
        return new Play(RULES, Play.setup(0, ROUNDS, Conditions.NOISE_FREE, 2, 4, 8, 12));
    }

    private static Play noisy(long seed) {
        return new Play(RULES, Play.setup(seed, ROUNDS, Conditions.PLAY, 2, 4, 8, 12));
    }

    // ---- two layers ----

    @Test
    void anAgreementLiesOnTopOfTheTruceAndWhoOrdersNothingReturnsToIt() {
        Play play = play();
        play.round("", Play.terms(2, "US.FENT=0 US.DUTY232=0 CN.SOY=7"));
        assertThat(play.state().treaty().agreementUntil()).isEqualTo(3);
        assertThat(play.state().treaty().truceUntil()).isEqualTo(3);
        play.round("", new Terms.Renewal(4, false));
        assertThat(play.state().levels().get(Instrument.US_FENTANYL_TARIFF)).isZero();
        assertThat(play.state().levels().get(Instrument.US_SECTION232_DUTIES)).isZero();
        assertThat(play.state().treaty().agreementUntil()).isEqualTo(3);
        assertThat(play.state().treaty().truceUntil()).isEqualTo(7);
        play.hold();
        RoundReport four = play.hold();
        assertThat(play.state().levels()).isEqualTo(RULES.scenario().startLevels());
        assertThat(four.fallbacks()).isEmpty();
        assertThat(four.us().escalation()).isZero();
    }

    @Test
    void withoutATruceBelowItTheEndOfAnAgreementIsAFallback() {
        Play play = play();
        play.holding(1).round("", Play.terms(3, "US.FENT=0 CN.SOY=7"));
        play.holding(2);
        assertThat(play.state().levels().get(Instrument.US_RECIPROCAL_TARIFF)).isEqualTo(4);
        assertThat(play.state().levels().get(Instrument.US_FENTANYL_TARIFF)).isZero();
        play.holding(2);
        assertThat(play.state().levels().get(Instrument.US_FENTANYL_TARIFF)).isEqualTo(4);
        assertThat(play.state().levels().get(Instrument.CN_SOY_PURCHASES)).isEqualTo(1);
    }

    @Test
    void aNewAgreementReplacesTheOldOneAndWhatItLeavesOutReturns() {
        Play play = play();
        play.round("", Play.terms(2, "US.FENT=0 CN.SOY=7"));
        play.round("", Play.terms(3, "US.RECIP=0 CN.RECIP=0"));
        play.hold();
        assertThat(play.state().levels().get(Instrument.US_FENTANYL_TARIFF)).isEqualTo(2);
        assertThat(play.state().levels().get(Instrument.US_RECIPROCAL_TARIFF)).isZero();
        assertThat(play.state().treaty().agreementUntil()).isEqualTo(5);
    }

    @Test
    void aPackageNoDeeperThanTheTruceProlongsItAndMakesItAgainWhenItIsDead() {
        Play play = play();
        play.round("", Play.terms(4, "US.FENT=3 CN.RECIP=2"));
        assertThat(play.state().treaty().truceUntil()).isEqualTo(7);
        assertThat(play.state().treaty().agreementUntil()).isZero();
        play.holding(6);
        play.round("", Play.terms(2, "US.FENT=2"));
        assertThat(play.state().treaty().truceUntil()).isEqualTo(10);
        assertThat(play.state().treaty().truce())
                .hasSize(RULES.scenario().truce().size());
        assertThat(play.state().treaty().bindsAny(9)).isTrue();
    }

    @Test
    void aBreachEndsBothLayers() {
        Play play = play();
        play.round("", Play.terms(3, "US.FENT=0 CN.SOY=7"));
        play.round("US.RECIP=4");
        assertThat(play.state().treaty().bindsAny(3)).isFalse();
        assertThat(play.state().treaty().agreementUntil()).isZero();
    }

    /** The law of gate 11: holding never stands below a clause, nor beyond the truce once an agreement has ended. */
    @Test
    void whoOrdersNothingNeverStandsBelowAClauseNorBeyondTheTruceAfterAnAgreementHasEnded() {
        int returned = 0;
        for (long seed = 1; seed <= 60; seed++) {
            Play play = noisy(seed);
            SplitMix64 random = new SplitMix64(seed);
            RandomOrders some = new RandomOrders(RULES, seed, .03);
            while (!play.state().isOver()) {
                Treaty before = play.state().treaty();
                int round = play.state().openRound();
                Orders us = some.next(play.setup(), play.state()).us();
                RoundInputs inputs = RoundInputs.signing(new JointOrders(us, Orders.HOLD), terms(random))
                        .deciding(choices(random));
                play.round(inputs);
                for (Instrument instrument : Instrument.of(Side.CN)) {
                    int level = play.state().levels().get(instrument);
                    Clause clause = before.binding(instrument, round);
                    assertThat(clause != null && clause.isBrokenBy(level)).isFalse();
                    if (before.returning(instrument) != null) {
                        returned++;
                        int most = RULES.layers().level(instrument);
                        assertThat(instrument.isCovert() ? level <= most : level >= most)
                                .isTrue();
                    }
                }
            }
        }
        assertThat(returned).isGreaterThan(50);
    }

    private static @Nullable Terms terms(SplitMix64 random) {
        return switch (random.nextInt(4)) {
            case 0 -> Play.terms(1 + random.nextInt(3), "US.FENT=0 US.PACE=3 CN.SOY=7 CN.RECIP=0 CN.ENFORCE=3");
            case 1 -> Play.terms(1 + random.nextInt(3), "US.RECIP=0 CN.REE7=0").published(true);
            case 2 -> new Terms.Renewal(1 + random.nextInt(4), false);
            default -> null;
        };
    }

    private static BySide<AccusationChoice> choices(SplitMix64 random) {
        return BySide.each(side -> AccusationChoice.values()[random.nextInt(3)]);
    }

    // ---- accusations ----

    /** A round of a match in which China stands accused of enforcement, really or not, and the US decides. */
    private static RoundReport decided(long seed, boolean really, boolean agreement, AccusationChoice choice) {
        return accused(seed, really, agreement).round(deciding("", choice));
    }

    private static RoundInputs deciding(String orders, AccusationChoice choice) {
        return RoundInputs.of(Play.orders(orders)).deciding(new BySide<>(choice, AccusationChoice.REST));
    }

    private static Play accused(long seed, boolean really, boolean agreement) {
        Play play = noisy(seed);
        play.round("", agreement ? Play.terms(3, "US.FENT=0 CN.SOY=7") : null);
        MatchState state = play.state();
        play.become(Records.with(
                state,
                "us",
                Records.with(state.us(), "accusedOn", null, "accusedReally", false),
                "cn",
                Records.with(state.cn(), "accusedOn", Instrument.CN_FENTANYL_ENFORCEMENT, "accusedReally", really)));
        return play;
    }

    /** The price and the effect of each choice, for a seed whose inspection finds what is there. */
    @ParameterizedTest(name = "{0}, guilty {1}: accuser {2}, accused {3}, found {4}, falls {5}, right {6}")
    @CsvSource({
        "REST,    true,   0,   0, false, false, false",
        "REST,    false,  0,   0, false, false, false",
        "INSPECT, true,   6, -14, true,  true,  false",
        "INSPECT, false, -2,   0, false, false, false",
        "SUSPEND, true,   8, -14, true,  true,  true",
        "SUSPEND, false, -8,   0, false, true,  true",
    })
    void eachChoiceHasItsPriceAndItsEffect(
            AccusationChoice choice,
            boolean guilty,
            double accuser,
            double accused,
            boolean found,
            boolean falls,
            boolean right) {
        RoundReport report = decided(FINDS, guilty, true, choice);
        assertThat(report.us().points().of(Component.CAUGHT)).isEqualTo(accuser, within(1e-9));
        assertThat(report.cn().points().of(Component.CAUGHT)).isEqualTo(accused, within(1e-9));
        assertThat(report.cn().caughtOn()).isEqualTo(found ? Instrument.CN_FENTANYL_ENFORCEMENT : null);
        assertThat(report.cn().decisions().clearedOn())
                .isEqualTo(choice == AccusationChoice.REST || found ? null : Instrument.CN_FENTANYL_ENFORCEMENT);
        assertThat(report.us().snapBackRight()).isEqualTo(right);
        TreatyChange expected =
                !falls ? TreatyChange.NONE : found ? TreatyChange.REDUCED_BY_CATCH : TreatyChange.REDUCED_BY_SUSPENSION;
        assertThat(report.change()).isEqualTo(expected);
    }

    /** A seed in whose round 2 the verdict on China finds what is there; {@link #aRealShortfallIsFoundInNineOfTen} counts them. */
    private static final long FINDS = 1;

    @Test
    void aRealShortfallIsFoundInNineOfTen() {
        int found = 0;
        for (long seed = 1; seed <= 1000; seed++) {
            found += decided(seed, true, true, AccusationChoice.INSPECT).cn().caught() ? 1 : 0;
        }
        assertThat(found).isBetween(870, 930);
    }

    @Test
    void aFindingFallsOnNoInnocentSide() {
        int found = 0;
        int accusations = 0;
        for (long seed = 1; seed <= 300; seed++) {
            Play play = noisy(seed);
            SplitMix64 random = new SplitMix64(seed);
            while (!play.state().isOver()) {
                MatchState before = play.state();
                RoundInputs inputs = RoundInputs.of(Play.orders(random.nextInt(3) == 0 ? CHEATS : ""))
                        .deciding(choices(random));
                RoundReport report = play.round(random.nextInt(3) == 0 ? signing(inputs, terms(random)) : inputs);
                for (Side side : Side.values()) {
                    SideReport facts = report.side(side);
                    boolean shortNow =
                            Shortfall.isAny(RULES.mapping(), report.treaty(), report.after(), side, report.round());
                    accusations += facts.decisions().accusedOn() == null ? 0 : 1;
                    assertThat(facts.accusedReally())
                            .isEqualTo(facts.decisions().accusedOn() != null && shortNow);
                    if (facts.caught()) {
                        found++;
                        boolean last = play.state().isOver();
                        assertThat(before.side(side).accusedReally() || (last && shortNow))
                                .isTrue();
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(30);
        assertThat(accusations).isGreaterThan(3 * found);
    }

    private static RoundInputs signing(RoundInputs inputs, @Nullable Terms terms) {
        return RoundInputs.signing(inputs.orders(), terms).deciding(inputs.choices());
    }

    @Test
    void anAccusationChangesNothingAndGivesNoRight() {
        Play play = accused(FINDS, true, true);
        assertThat(RULES.snapBackRight(play.state(), Side.US)).isFalse();
        Play calm = noisy(FINDS);
        calm.round("", Play.terms(3, "US.FENT=0 CN.SOY=7"));
        RoundReport one = play.hold();
        RoundReport two = calm.hold();
        assertThat(one.us().points()).isEqualTo(two.us().points());
        assertThat(one.cn().points()).isEqualTo(two.cn().points());
    }

    @Test
    void whoFoundSomethingMaySuspendClausesInTheNextRoundAndWhatWasSignedLapses() {
        Play play = accused(FINDS, true, true);
        RoundReport report = play.round(RoundInputs.signing(JointOrders.HOLD, new Terms.Renewal(4, false))
                .deciding(new BySide<>(AccusationChoice.INSPECT, AccusationChoice.REST)));
        assertThat(report.ratification().outcome()).isEqualTo(Outcome.LAPSED_BY_CATCH);
        assertThat(RULES.snapBackRight(play.state(), Side.US)).isTrue();
        assertThat(play.round("US.PORT=2").us().severity()).isZero();
    }

    @Test
    void whoSuspendsMayOrderBackWhatTheAgreementAsksBeyondTheTruce() {
        Play play = accused(FINDS, false, true);
        RoundReport report = play.round(deciding("US.FENT=2", AccusationChoice.SUSPEND));
        assertThat(report.us().brokenClauses()).hasSize(1);
        assertThat(report.us().severity()).isZero();
        assertThat(report.us().isUnjustifiedBreach()).isFalse();
        assertThat(play.state().treaty().agreementUntil()).isZero();
        assertThat(play.state().treaty().truceUntil()).isEqualTo(3);
    }

    /** A right to suspend the agreement is none to break the truce, whether there is an agreement on top of it or not. */
    @ParameterizedTest
    @CsvSource({
        "US.PORT=1, true",
        "US.FENT=5, true",
        "US.FENT=2 US.PORT=1, true",
        "US.FENT=5, false",
        "US.RECIP=3, false"
    })
    void whoSuspendsAnswersToTheTruceAsIfThereWereNoAgreement(String orders, boolean agreement) {
        RoundReport report = accused(FINDS, false, agreement).round(deciding(orders, AccusationChoice.SUSPEND));
        RoundReport truce = accused(FINDS, false, false).round(deciding(orders, AccusationChoice.REST));
        assertThat(report.us().severity()).isPositive().isEqualTo(truce.us().severity());
        assertThat(report.us().material()).isEqualTo(truce.us().material());
        assertThat(report.us().isUnjustifiedBreach()).isTrue();
        assertThat(report.us().snapBackRight()).isFalse();
    }

    @Test
    void atTruceDepthAFindingEndsNothing() {
        RoundReport report = decided(FINDS, true, false, AccusationChoice.INSPECT);
        assertThat(report.cn().caught()).isTrue();
        assertThat(report.change()).isEqualTo(TreatyChange.NONE);
    }

    @Test
    void inTheLastRoundAccusationsAreInspectedAtOnceFreeOfCharge() {
        int found = 0;
        for (long seed = 1; seed <= 40; seed++) {
            Play play = new Play(RULES, Play.setup(seed, 1, Conditions.PLAY, 2));
            RoundReport report = play.round("CN.ENFORCE=0 CN.PACE=0 CN.SOY=0");
            found += report.cn().caught() ? 1 : 0;
            double paid = report.cn().caught() ? 8 : 0;
            assertThat(report.us().points().of(Component.CAUGHT) - (report.us().caught() ? -14 : 0))
                    .isEqualTo(paid, within(1e-9));
        }
        assertThat(found).isGreaterThan(30);
    }

    // ---- own texts ----

    @Test
    void aRoundOfAPeriodWithoutAnOwnTextCostsItsPriceAndADateBeginsAnotherPeriod() {
        double[] us = new double[ROUNDS];
        for (int i = 0; i < 2; i++) {
            Play play = play();
            for (int round = 1; round <= ROUNDS; round++) {
                boolean tables = i == 1 && (round == 2 || round == 7);
                RoundReport report = play.round(RoundInputs.of(JointOrders.HOLD).tabling(new BySide<>(tables, false)));
                double points = report.us().points().of(Component.AGREEMENT);
                us[round - 1] = i == 0 ? points : points - us[round - 1];
            }
        }
        assertThat(us).containsExactly(new double[] {0, 3, 3, 0, 0, 0, 3, 3, 3, 0, 0, 0}, within(1e-9));
    }

    // ---- publicity ----

    @Test
    void aRedLineThatAPublishedAgreementGivesCostsTwiceWhetherDeliveredOrNot() {
        for (String orders : List.of("", "CN.ENFORCE=2")) {
            double[] points = new double[2];
            for (int i = 0; i < 2; i++) {
                Play play = play();
                MatchState start = play.state();
                play.become(start.withRedLines(new RedLines(List.of(), List.of(Instrument.CN_FENTANYL_ENFORCEMENT))));
                play.round("", Play.terms(3, "US.FENT=0 CN.ENFORCE=3").published(i == 1));
                RoundReport two = play.round(orders);
                points[i] = two.cn().points().of(Component.AGREEMENT);
                double lines = RULES.redLineCosts()
                        .points(List.of(Instrument.CN_FENTANYL_ENFORCEMENT), two.after(), two.treaty(), 2);
                assertThat(lines).isEqualTo((orders.isEmpty() ? -5.6 : 0) - (i == 1 ? 5.6 : 0), within(1e-9));
            }
            assertThat(points[1]).isNotEqualTo(points[0]);
        }
    }
}
