package dev.truce.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.JointOrders;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.report.SideReport;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Agreements A7: covert shortfalls are found by chance, clause by clause, and both sides read noisy signals. Frequencies are
 * taken over the seeds 1 to 20,000, so a run always gives the same; the bound of 4.5 standard deviations is exceeded by
 * chance once in 150,000 such choices.
 */
class DetectionTest {
    private static final int SEEDS = 20_000;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
                    US.PACE=1,                      .32
                    US.PACE=0,                      .64
                    CN.PACE=1,                      .24
                    CN.PACE=0,                      .48
                    CN.ENFORCE=1,                   .24
                    CN.ENFORCE=0,                   .48
                    CN.SOY=3,                       .24
                    CN.SOY=1,                       .48
                    CN.SOY=4,                       .1292307692
                    CN.ENFORCE=1 CN.PACE=1,         .4224
                    CN.SOY=1 CN.ENFORCE=0 CN.PACE=0, .859392
                    US.PACE=2,                      .12
                    CN.PACE=3 CN.SOY=7,             .12
                    """)
    void aSideIsCaughtAsOftenAsItsGapsSay(String orders, double probability) {
        Side side = orders.startsWith("US") ? Side.US : Side.CN;
        assertFrequency(orders, report -> report.side(side).caught(), probability);
    }

    @Test
    void aFalseAlarmNamesEachClauseEquallyOften() {
        for (Instrument clause : new Instrument[] {
            Instrument.CN_SOY_PURCHASES, Instrument.CN_LICENCE_PACE, Instrument.CN_FENTANYL_ENFORCEMENT
        }) {
            assertFrequency("", report -> report.cn().caughtOn() == clause, .04);
        }
        assertFrequency("", report -> report.us().caughtOn() == Instrument.US_LICENCE_PACE, .12);
    }

    @Test
    void aCatchEndsATruceInThreeOfTenCases() {
        assertFrequency("US.PACE=0", report -> report.change() == TreatyChange.ENDED_BY_CATCH, .3 * (.64 + .36 * .12));
    }

    @Test
    void aRealCatchIsChargedOnceAndAFalseAlarmNotAtAll() {
        Resolver resolver = new Resolver(Play.RULES);
        int real = 0;
        int alarms = 0;
        for (int seed = 1; seed <= 500; seed++) {
            MatchSetup setup = Play.setup(seed, 12, Conditions.PLAY, 2, 4, 8, 12);
            JointOrders orders = Play.orders("CN.ENFORCE=0 CN.PACE=0 CN.SOY=1");
            RoundReport report =
                    resolver.resolve(setup, Play.RULES.start(setup), orders).report();
            SideReport cn = report.cn();
            assertThat(cn.reallyCaught()).isEqualTo(cn.caught());
            assertThat(cn.points().of(Component.CAUGHT)).isEqualTo(cn.caught() ? -4.5 : 0);
            assertThat(cn.reputation()).isCloseTo(cn.caught() ? .67 : .82, within(1e-12));
            SideReport us = report.us();
            assertThat(us.reallyCaught()).isFalse();
            assertThat(us.points().of(Component.CAUGHT)).isZero();
            assertThat(us.reputation()).isCloseTo(.82, within(1e-12));
            real += cn.caught() ? 1 : 0;
            alarms += us.caught() ? 1 : 0;
        }
        assertThat(real).isPositive();
        assertThat(alarms).isPositive();
    }

    @Test
    void withoutCovertClausesNobodyIsCaught() {
        Resolver resolver = new Resolver(Play.RULES);
        for (int seed = 1; seed <= 300; seed++) {
            Play play = new Play(Play.setup(seed, 12, Conditions.PLAY, 2, 4, 8, 12));
            play.become(Records.with(play.state(), "treaty", Treaty.NONE));
            RoundReport report = resolver.resolve(play.setup(), play.state(), Play.orders("US.PACE=0 CN.SOY=0"))
                    .report();
            assertThat(report.us().caught()).isFalse();
            assertThat(report.cn().caught()).isFalse();
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "US.PACE=1, false",
        "US.PACE=0, true",
        "CN.ENFORCE=0, false",
        "CN.ENFORCE=1 CN.PACE=1, false",
        "CN.ENFORCE=0 CN.PACE=0, true",
        "CN.ENFORCE=1 CN.PACE=1 CN.SOY=3, true",
        "US.PACE=2, false"
    })
    void withoutChanceASideIsCaughtExactlyWhenThatIsMoreLikelyThanNot(String orders, boolean caught) {
        RoundReport report = Play.noiseFree(12).round(orders);
        Side side = orders.startsWith("US") ? Side.US : Side.CN;
        assertThat(report.side(side).caught()).isEqualTo(caught);
        assertThat(report.side(side).reallyCaught()).isEqualTo(caught);
        assertThat(report.change()).as("no lapse without chance").isEqualTo(TreatyChange.NONE);
    }

    @Test
    void withoutChanceSignalsAreExactAndCustomsDataARoundLate() {
        Play play = Play.noiseFree(12);
        RoundReport first = play.round("US.PACE=1 CN.PACE=3 CN.ENFORCE=0 CN.SOY=3");
        assertThat(first.signals().usPace()).isEqualTo(1);
        assertThat(first.signals().cnPace()).isEqualTo(3);
        assertThat(first.signals().enforcement()).isZero();
        assertThat(first.signals().customsSoy()).isEqualTo(2);
        assertThat(play.round("CN.SOY=7").signals().customsSoy()).isEqualTo(1);
        assertThat(play.hold().signals().customsSoy()).isEqualTo(3);
    }

    @Test
    void signalsAreUnbiasedAndAsNoisyAsDeclared() {
        Resolver resolver = new Resolver(Play.RULES);
        double[] sums = new double[4];
        double[] squares = new double[4];
        for (int seed = 1; seed <= SEEDS; seed++) {
            MatchSetup setup = Play.setup(seed, 12, Conditions.PLAY);
            var signals = resolver.resolve(setup, Play.RULES.start(setup), Play.orders("US.PACE=1"))
                    .report()
                    .signals();
            double[] errors = {
                signals.usPace() - 1, signals.cnPace() - 2, signals.enforcement() - 2, signals.customsSoy() - 2
            };
            for (int i = 0; i < 4; i++) {
                sums[i] += errors[i];
                squares[i] += errors[i] * errors[i];
            }
        }
        double[] deviations = {1.0, 1.0, 1.0, .55};
        for (int i = 0; i < 4; i++) {
            assertThat(sums[i] / SEEDS).isCloseTo(0, within(4.5 * deviations[i] / Math.sqrt(SEEDS)));
            assertThat(Math.sqrt(squares[i] / SEEDS)).isCloseTo(deviations[i], within(.01));
        }
    }

    private static void assertFrequency(String orders, Predicate<RoundReport> happens, double probability) {
        Resolver resolver = new Resolver(Play.RULES);
        JointOrders joint = Play.orders(orders);
        int count = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            MatchSetup setup = Play.setup(seed, 12, Conditions.PLAY, 2, 4, 8, 12);
            if (happens.test(
                    resolver.resolve(setup, Play.RULES.start(setup), joint).report())) {
                count++;
            }
        }
        double deviation = Math.sqrt(SEEDS * probability * (1 - probability));
        assertThat((double) count).isCloseTo(SEEDS * probability, within(4.5 * deviation));
    }
}
