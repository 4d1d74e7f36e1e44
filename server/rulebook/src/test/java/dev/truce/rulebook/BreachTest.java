package dev.truce.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.state.MatchState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Agreements A6, A8: public breaches, the snap-back right, and what ends an agreement. */
class BreachTest {
    @ParameterizedTest(name = "{0}: lost {1}, severity {2}")
    @CsvSource({
        "US.PORT=1, .0625, .2, false",
        "US.PORT=2, .10, .2, false",
        "US.RECIP=3, .125, .25, false",
        "US.AFFIL=1, .15, .3, false",
        "US.FENT=5, .30, .6, true",
        "US.CHIP=2, .25, .5, true",
        "US.CHIP=3, .50, 1, true",
        "US.RECIP=7, .90, 1, true",
        "CN.REE5=2, .25, .5, true",
        "CN.REE7=3, .60, 1, true",
        "CN.AGRI=1, .05, .2, false",
        "CN.RECIP=3 CN.UEL=1, .21, .42, false"
    })
    void severityIsTheDepthLost(String orders, double lost, double severity, boolean material) {
        RoundReport report = Play.noiseFree(12).round(orders);
        Side side = orders.startsWith("US") ? Side.US : Side.CN;
        assertThat(report.side(side).lost()).isCloseTo(lost, within(1e-12));
        assertThat(report.side(side).severity()).isCloseTo(severity, within(1e-12));
        assertThat(report.side(side).material()).isEqualTo(material);
        assertThat(report.side(side).reputation()).isCloseTo(.82 - .30 * severity, within(1e-12));
        double weight = BySide.pick(side, -5.0, -4.5);
        assertThat(report.side(side).points().of(Component.BREACH)).isCloseTo(weight * 1.3 * severity, within(1e-12));
        assertThat(report.depthKept()).isCloseTo(1 - lost, within(1e-12));
        assertThat(report.change()).isEqualTo(material ? TreatyChange.ENDED_BY_BREACH : TreatyChange.NONE);
    }

    @Test
    void aSmallBreachGoesOnAndIsChargedEveryRound() {
        Play play = Play.reference();
        for (int round = 1; round <= 12; round++) {
            RoundReport report = play.round("US.PORT=1");
            assertThat(report.us().isUnjustifiedBreach()).isTrue();
            assertThat(report.change()).isEqualTo(TreatyChange.NONE);
        }
        assertThat(play.score(Side.US).breaches()).isEqualTo(12);
    }

    @Test
    void milderThanTheBoundAndCovertShortfallsAreNoPublicBreach() {
        RoundReport report = Play.noiseFree(12).round("US.FENT=0 US.PACE=0 CN.ENFORCE=0 CN.REE7=0");
        assertThat(report.us().brokenClauses()).isEmpty();
        assertThat(report.cn().brokenClauses()).isEmpty();
        assertThat(report.depthKept()).isEqualTo(1);
    }

    @Test
    void withoutAClauseThereIsNothingToBreak() {
        RoundReport report = Play.noiseFree(12).round("US.DUTY232=0");
        assertThat(report.us().brokenClauses()).isEmpty();
        Play play = Play.noiseFree(12).holding(4);
        assertThat(play.round("US.CHIP=3 CN.REE7=3").us().isUnjustifiedBreach()).isFalse();
    }

    @ParameterizedTest(name = "Ap {0} against {1}, caught {2}, broke {3}: {4}")
    @CsvSource({
        "0, 0, false, false, false",
        "0, .6, false, false, false",
        "0, .61, false, false, true",
        ".5, 1.05, false, false, false",
        ".5, 1.2, false, false, true",
        "1.2, .5, false, false, false",
        "0, 0, true, false, true",
        "0, 0, false, true, true",
        "3, 0, true, true, true"
    })
    void theSnapBackRightHasThreeCauses(double own, double other, boolean caught, boolean broke, boolean right) {
        MatchState state = Play.noiseFree(12).state();
        state = Records.with(
                state,
                "us",
                Records.with(state.us(), "publicEscalation", own),
                "cn",
                Records.with(state.cn(), "publicEscalation", other, "caught", caught, "unjustifiedBreach", broke));
        assertThat(Play.RULES.snapBackRight(state, Side.US)).isEqualTo(right);
        Play play = Play.noiseFree(12);
        play.become(state);
        RoundReport report = play.round("US.CHIP=3");
        assertThat(report.us().snapBackRight()).isEqualTo(right);
        assertThat(report.us().isUnjustifiedBreach()).isEqualTo(!right);
        assertThat(report.us().material()).isEqualTo(!right);
        assertThat(report.us().points().of(Component.BREACH) == 0).isEqualTo(right);
        assertThat(report.change()).isEqualTo(right ? TreatyChange.NONE : TreatyChange.ENDED_BY_BREACH);
        assertThat(report.depthKept()).as("suspended clauses are worth nothing").isCloseTo(.5, within(1e-12));
    }

    @Test
    void theRightEndsWithItsCause() {
        Play play = Play.reference();
        play.round("US.PORT=1");
        assertThat(Play.RULES.snapBackRight(play.state(), Side.CN)).isTrue();
        play.round("US.PORT=0 CN.PORT=1");
        assertThat(Play.RULES.snapBackRight(play.state(), Side.CN)).isFalse();
        assertThat(play.round("CN.PORT=1").cn().isUnjustifiedBreach()).isTrue();
    }

    @Test
    void anAgreementKeptToAlmostNothingForTwoRoundsEnds() {
        Play play = Play.reference();
        play.round("US.PORT=1");
        RoundReport second = play.round("US.PORT=1 CN.RECIP=5 CN.REE5=2 CN.PORT=2 CN.UEL=1");
        assertThat(second.cn().isUnjustifiedBreach()).isFalse();
        assertThat(second.depthKept()).isLessThan(.25);
        assertThat(second.change()).isEqualTo(TreatyChange.NONE);
        RoundReport third = play.round("CN.RECIP=5 CN.REE5=2 CN.PORT=2 CN.UEL=1");
        assertThat(third.change()).isEqualTo(TreatyChange.ENDED_AS_HOLLOW);
        assertThat(play.state().treaty().bindsAny(4)).isFalse();
        assertThat(play.state().shallowRounds())
                .as("a next agreement starts afresh")
                .isZero();
        assertThat(play.hold().fallbacks()).isNotEmpty();
    }

    @Test
    void oneHollowRoundIsForgottenWhenTheNextIsKept() {
        Play play = Play.reference();
        play.round("US.PORT=1");
        play.round("CN.RECIP=5 CN.REE5=2 CN.PORT=2 CN.UEL=1");
        assertThat(play.state().shallowRounds()).isEqualTo(1);
        play.round("US.PORT=0 CN.RECIP=2 CN.REE5=0 CN.PORT=0 CN.UEL=0");
        assertThat(play.state().shallowRounds()).isZero();
    }

    @Test
    void aMaterialBreachIsToldBeforeACatch() {
        RoundReport report = Play.noiseFree(12).round("US.CHIP=3 US.PACE=0");
        assertThat(report.us().reallyCaught()).isTrue();
        assertThat(report.change()).isEqualTo(TreatyChange.ENDED_BY_BREACH);
        assertThat(report.us().reputation()).isCloseTo(.8 - .30 - .15 + .02, within(1e-12));
    }

    @Test
    void underACommuniqueTheWordIsWorthMoreAndBreakingItCostsMore() {
        Play quiet = Play.noiseFree(12);
        Play loud = Play.noiseFree(12);
        MatchState start = loud.state();
        loud.become(Records.with(start, "treaty", Treaty.of(start.treaty().clauses(), true, 1)));
        RoundReport kept = loud.hold();
        assertThat(kept.us().points().of(Component.AGREEMENT)).isCloseTo(3.5 * (.88 * 1.25 - .88), within(1e-12));
        loud.become(Records.with(start, "treaty", Treaty.of(start.treaty().clauses(), true, 1)));
        RoundReport broken = loud.round("CN.PORT=1 US.PACE=0");
        RoundReport quietly = quiet.round("CN.PORT=1 US.PACE=0");
        assertThat(broken.cn().points().of(Component.BREACH))
                .isCloseTo(1.5 * quietly.cn().points().of(Component.BREACH), within(1e-12));
        assertThat(broken.us().points().of(Component.CAUGHT))
                .isCloseTo(1.5 * quietly.us().points().of(Component.CAUGHT), within(1e-12));
        assertThat(.82 - broken.cn().reputation())
                .isCloseTo(1.5 * (.82 - quietly.cn().reputation()), within(1e-12));
        loud.holding(3);
        assertThat(loud.state().treaty().isCommunique())
                .as("the mark ends with the last clause")
                .isFalse();
    }
}
