package dev.truce.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.scenario.InstrumentSpec;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * G4, of the first ruleset: twelve rounds with a small breach, a justified suspension, a partly prevented snap-back, a catch under a deep agreement
 * and a material breach. Two agreements are signed, in rounds 5 and 8.
 */
class ScriptedMatchTest {
    static final String TRUCE_SET = "US.FENT=2 US.RECIP=2 US.S301=0 US.PORT=0 US.AFFIL=0 US.CHIP=1 US.PACE=2"
            + " CN.RECIP=2 CN.AGRI=0 CN.SOY=5 CN.REE7=1 CN.REE5=0 CN.PACE=2 CN.PORT=0 CN.ENFORCE=2 CN.UEL=0";
    static final String DEEP_SET = "US.FENT=0 US.RECIP=0 US.S301=0 US.DUTY301=0 US.DUTY232=0 US.PORT=0 US.AFFIL=0"
            + " US.CHIP=0 US.PACE=3 CN.RECIP=0 CN.AGRI=0 CN.SOY=7 CN.REE7=0 CN.REE5=0 CN.PACE=2 CN.PORT=0 CN.ENFORCE=3"
            + " CN.UEL=0";

    private static final List<String> ORDERS = List.of(
            "",
            "US.PORT=1",
            "US.PORT=0 CN.PORT=1",
            "CN.RECIP=2 CN.SOY=5 CN.PORT=0",
            "US.FENT=2 US.RECIP=2 US.S301=0 US.PORT=0 US.AFFIL=0"
                    + " CN.AGRI=0 CN.REE5=0 CN.PORT=0 CN.ENFORCE=2 CN.UEL=0",
            "",
            "US.PACE=3",
            "US.FENT=0 US.RECIP=0 US.DUTY232=0 CN.RECIP=0 CN.SOY=7 CN.ENFORCE=3 CN.REE7=0",
            "US.CHIP=0 CN.PACE=0 CN.ENFORCE=1 CN.SOY=5",
            "CN.PACE=2 CN.ENFORCE=3 CN.SOY=7",
            "US.FENT=4 US.RECIP=4",
            "US.FENT=4 US.RECIP=5 CN.RECIP=4 CN.REE7=2");

    private static final Play PLAY = Play.first(12, 2, 4, 8, 12);
    /** Tension after each round, with the calm that a signature brings. */
    private static final double[] TENSION = new double[13];

    @BeforeAll
    static void play() {
        for (int round = 1; round <= 12; round++) {
            String orders = ORDERS.get(round - 1);
            switch (round) {
                case 5 -> PLAY.round(orders, Play.terms(4, TRUCE_SET));
                case 8 -> PLAY.round(orders, Play.terms(8, DEEP_SET));
                default -> PLAY.round(orders);
            }
            TENSION[round] = PLAY.state().tension();
        }
    }

    @ParameterizedTest(name = "round {0}")
    @CsvSource(textBlock = """
                    1,  0,      0,     1,     1.000000, .82, .82, 0,         0
                    2,  .5,     0,     .9375, .990000,  .78, .84, -1.370456, -.276626
                    3,  0,      .5,    .9375, 1.343500, .80, .86, -.390761,  .402953
                    4,  0,      0,     0,     1.473275, .82, .88, -4.506300, -5.818983
                    5,  .5,     0,     0,     1.407629, .84, .90, -1.743458, -4.932240
                    6,  .5,     0,     1,     1.364959, .86, .92, 1.223006,  -3.401791
                    7,  0,      0,     1,     1.237223, .88, .94, -3.644896, -.702849
                    8,  0,      0,     1,     .768776,  .90, .96, .905341,   -.897859
                    9,  0,      .75,   2,     .999704,  .92, .83, -7.159380, 3.914082
                    10, 0,      0,     1,     .999808,  .94, .85, .493221,   .243772
                    11, 1.4118, 0,     .5,    1.532228, .66, .87, 4.150707,  -3.057906
                    12, 2,      2.068, 0,     2.409551, .68, .89, -6.051702, -3.565683
                    """)
    void everyColumnIsThatOfTheReference(
            int round,
            double escalationUs,
            double escalationCn,
            double depthKept,
            double tension,
            double reputationUs,
            double reputationCn,
            double pointsUs,
            double pointsCn) {
        RoundReport report = report(round);
        assertThat(report.us().escalation()).isCloseTo(escalationUs, within(5e-5));
        assertThat(report.cn().escalation()).isCloseTo(escalationCn, within(5e-5));
        assertThat(report.depthKept()).isCloseTo(depthKept, within(1e-9));
        assertThat(TENSION[round]).isCloseTo(tension, within(1e-6));
        assertThat(report.us().reputation()).isCloseTo(reputationUs, within(1e-9));
        assertThat(report.cn().reputation()).isCloseTo(reputationCn, within(1e-9));
        assertThat(report.us().points().total()).isCloseTo(pointsUs, within(1e-6));
        assertThat(report.cn().points().total()).isCloseTo(pointsCn, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"US, -20.748357, -2.589536, 74.0610", "CN, -11.845300, -1.995895, 72.0188"})
    void theEndIsThatOfTheReference(Side side, double terminal, double mean, double score) {
        assertThat(PLAY.score(side).terminal()).isCloseTo(terminal, within(1e-6));
        assertThat(PLAY.score(side).mean()).isCloseTo(mean, within(1e-6));
        assertThat(PLAY.score(side).score()).isCloseTo(score, within(1e-4));
    }

    @Test
    void aPortFeeIsASmallBreachThatLetsTheOtherSideAnswerInKind() {
        assertThat(report(2).us().isUnjustifiedBreach()).isTrue();
        assertThat(report(2).us().severity()).isEqualTo(.2);
        assertThat(report(2).us().material()).isFalse();
        assertThat(report(2).change()).isEqualTo(TreatyChange.NONE);
        assertThat(report(3).cn().snapBackRight()).isTrue();
        assertThat(report(3).cn().brokenClauses()).hasSize(1);
        assertThat(report(3).cn().isUnjustifiedBreach()).isFalse();
    }

    @Test
    void twoOrdersForThePresentLevelAreSparedFromTheSnapBack() {
        assertThat(report(4).prevented())
                .contains(Instrument.CN_RECIPROCAL_TARIFF, Instrument.CN_SOY_PURCHASES)
                .doesNotContain(Instrument.CN_AGRI_TARIFF);
        for (InstrumentSpec spec : Play.FIRST.scenario().instruments()) {
            boolean fell =
                    report(4).fallbacks().stream().anyMatch(fallback -> fallback.instrument() == spec.instrument());
            assertThat(fell)
                    .as(spec.instrument().id())
                    .isEqualTo(!List.of(
                                    Instrument.US_SECTION301_TARIFF,
                                    Instrument.US_SECTION232_DUTIES,
                                    Instrument.US_CHIP_CONTROL,
                                    Instrument.CN_RECIPROCAL_TARIFF,
                                    Instrument.CN_SOY_PURCHASES,
                                    Instrument.CN_RARE_EARTHS_APRIL,
                                    Instrument.CN_LICENCE_PACE,
                                    Instrument.CN_PORT_FEE)
                            .contains(spec.instrument()));
        }
    }

    @Test
    void aCatchTakesADeepAgreementBackToBusanAndClosesTheChapter() {
        assertThat(report(9).cn().reallyCaught()).isTrue();
        assertThat(report(9).cn().caughtOn()).isEqualTo(Instrument.CN_LICENCE_PACE);
        assertThat(report(9).change()).isEqualTo(TreatyChange.REDUCED_BY_CATCH);
        assertThat(report(10).corrected())
                .hasSize(1)
                .allMatch(c -> c.instrument() == Instrument.US_CHIP_CONTROL && c.to() == 1);
        assertThat(report(10).treaty().on(Instrument.US_SECTION232_DUTIES)).isNull();
        // Struck out, not run out: the duties stay eased.
        assertThat(report(12).after().get(Instrument.US_SECTION232_DUTIES)).isZero();
    }

    @Test
    void aMaterialBreachEndsAllClausesAndTheRestFallsBack() {
        assertThat(report(11).us().material()).isTrue();
        assertThat(report(11).change()).isEqualTo(TreatyChange.ENDED_BY_BREACH);
        assertThat(report(12).treaty().clauses()).isEmpty();
        assertThat(report(12).fallbacks()).isNotEmpty();
    }

    private static RoundReport report(int round) {
        return PLAY.reports().get(round - 1);
    }
}
