package dev.truce.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.report.RoundReport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** G3, of the first ruleset: nobody orders or signs anything, so the truce of Busan runs out at the start of round 4. */
class NobodyActsTest {
    private static final Play PLAY = Play.first(12, 2, 4, 8, 12);

    @BeforeAll
    static void play() {
        PLAY.holding(12);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void nobodyEscalatesWhileTheTruceBindsNorInTheGraceOfTheSnapBack(int round) {
        assertThat(report(round).us().escalation()).isZero();
        assertThat(report(round).cn().escalation()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 9, 12})
    void theFallbackCountsFromTheRoundAfter(int round) {
        assertThat(report(round).us().escalation()).isCloseTo(3.1268, within(5e-5));
        assertThat(report(round).cn().escalation()).isCloseTo(3.1768, within(5e-5));
    }

    @ParameterizedTest(name = "round {0}")
    @CsvSource({"4, -9.017744, -4.616798", "5, -8.964780, -3.068835", "12, -18.255367, -10.996885"})
    void pointsAreThoseOfTheReference(int round, double us, double cn) {
        assertThat(report(round).us().points().total()).isCloseTo(us, within(1e-6));
        assertThat(report(round).cn().points().total()).isCloseTo(cn, within(1e-6));
    }

    @ParameterizedTest(name = "round {0}")
    @CsvSource({"3, 1.185000", "4, 1.370250", "5, 2.751368"})
    void tensionIsThatOfTheReference(int round, double tension) {
        assertThat(report(round).tension()).isCloseTo(tension, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"US, -12.424835, 52.7780", "CN, -7.140768, 57.3855"})
    void scoresAreThoseOfTheReference(Side side, double mean, double score) {
        assertThat(PLAY.score(side).mean()).isCloseTo(mean, within(1e-6));
        assertThat(PLAY.score(side).score()).isCloseTo(score, within(1e-4));
    }

    @ParameterizedTest(name = "round {0}: {1}")
    @CsvSource({"3, 0", "4, 1", "5, 1", "6, 2", "7, 2", "12, 2"})
    void theInvestigationIsActiveForTwoRoundsAndThenConcluded(int round, int level) {
        assertThat(report(round).after().get(Instrument.US_SECTION301_INVESTIGATION))
                .isEqualTo(level);
    }

    @Test
    void withoutChanceNothingIsDrawn() {
        assertThat(PLAY.reports()).allMatch(report -> report.draws() == 0);
    }

    private static RoundReport report(int round) {
        return PLAY.reports().get(round - 1);
    }
}
