package dev.truce.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.board.Side;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.report.RoundReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Humiliation, firmness, tension, technology: terms that remember. */
class PressureTest {
    @Test
    void humiliationComesARoundLateAndGrowsWithTheStreak() {
        Play play = Play.reference();
        play.round(Play.postures(Macros.TRUCE.levels, Macros.WAR.levels));
        assertThat(play.state().us().humiliationStreak()).isZero();
        for (int round = 2; round <= 7; round++) {
            RoundReport report = play.round(Play.postures(Macros.TRUCE.levels, Macros.WAR.levels));
            int streak = Math.min(4, round - 1);
            assertThat(play.state().us().humiliationStreak()).isEqualTo(streak);
            assertThat(report.us().points().of(Component.HUMILIATION))
                    .isCloseTo(-3.0 * 3 * (.7 + .2 * streak), within(1e-12));
            assertThat(report.cn().points().of(Component.HUMILIATION)).isZero();
        }
        RoundReport answer = play.round(Play.postures(Macros.WAR.levels, Macros.WAR.levels));
        assertThat(play.state().us().humiliationStreak()).isZero();
        assertThat(answer.us().points().of(Component.HUMILIATION)).isZero();
    }

    @Test
    void aLeadOfNoMoreThanThreeFifthsHurtsButStartsNoStreak() {
        Play play = Play.reference();
        play.round("CN.PORT=1");
        RoundReport report = play.hold();
        assertThat(play.state().us().humiliationStreak()).isZero();
        assertThat(report.us().points().of(Component.HUMILIATION)).isCloseTo(-3.0 * .5 * .7, within(1e-12));
    }

    @ParameterizedTest(name = "A {1}")
    @CsvSource({"US.PORT=1, .5", "US.CHIP=3, 2", "US.RECIP=7 US.CHIP=3 US.PORT=1 US.PACE=0, 6.36"})
    void firmnessPeaksAtFourAndAHalf(String orders, double escalation) {
        RoundReport report = Play.noiseFree(12).round(orders);
        assertThat(report.us().escalation()).isCloseTo(escalation, within(.01));
        double a = Math.min(6, report.us().escalation());
        assertThat(report.us().points().of(Component.FIRMNESS)).isCloseTo(.69 * (a - a * a / 9), within(1e-12));
    }

    @Test
    void holdingTheTruceKeepsTensionAtOneAndSummitsCalm() {
        Play play = Play.reference();
        assertThat(play.hold().tension()).isCloseTo(1, within(1e-12));
        assertThat(play.hold().tension()).as("summit").isCloseTo(.9, within(1e-12));
        assertThat(play.hold().tension()).isCloseTo(.65 * .9 + .35, within(1e-12));
    }

    @Test
    void aSummitWithoutAnyAgreementDoesNotCalm() {
        Play play = Play.noiseFree(12, 4).holding(4);
        assertThat(play.state().tension()).isCloseTo(.65 * (.65 + .6) + .6, within(1e-12));
    }

    @Test
    void technologyAddsUpWhileChipsAreShortAndItsGainsAreLosses() {
        Play play = Play.reference();
        double index = 0;
        for (int round = 1; round <= 4; round++) {
            RoundReport report = play.round(Play.postures(Macros.PRESS.levels, Macros.TRUCE.levels));
            index += .10 * (.75 - .37);
            assertThat(play.state().technology()).isCloseTo(index, within(1e-12));
            double us = report.us().points().of(Component.TECHNOLOGY);
            assertThat(us).isPositive();
            assertThat(report.cn().points().of(Component.TECHNOLOGY)).isCloseTo(-us, within(1e-12));
        }
    }

    @ParameterizedTest(name = "{0}: US {1}, CN {2}")
    @CsvSource({
        "US.DUTY232=0, -.8, 0",
        "US.PORT=1, .3, 0",
        "US.S301=1, .3, 0",
        "CN.PORT=1, 0, .3",
        "CN.UEL=1, 0, .3",
        "CN.AGRI=1, 0, .2",
        "CN.REE7=0, 1.2, -.6",
        "CN.PACE=3, .4, -.2",
        "US.CHIP=2, -1, 0",
        "US.CHIP=3, -2, 0"
    })
    void lobbiesSupplyAndOwnExportersCount(String order, double us, double cn) {
        RoundReport report = Play.noiseFree(12).round(order);
        assertThat(report.us().points().of(Component.CHOKEPOINT)).isCloseTo(us, within(1e-9));
        assertThat(report.cn().points().of(Component.CHOKEPOINT)).isCloseTo(cn, within(1e-9));
    }

    @Test
    void leverageBringsPrestigeThatFadesAsSubstitutesGrow() {
        Play play = Play.noiseFree(12);
        RoundReport report = play.round("CN.REE7=3");
        double k = Play.RULES.escalation().choke(Side.CN, report.after());
        double substitutes = play.state().economy().reeAlt();
        assertThat(report.cn().points().of(Component.CHOKEPOINT))
                .isCloseTo(-2.0 * k + 1.7 * .8 * k * (1 - substitutes), within(1e-12));
    }
}
