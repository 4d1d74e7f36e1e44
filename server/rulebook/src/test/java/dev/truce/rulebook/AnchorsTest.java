package dev.truce.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.board.Side;
import dev.truce.engine.orders.RoundInputs;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.payoff.Readings;
import dev.truce.engine.round.TrucePath;
import dev.truce.engine.state.MatchSetup.Conditions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** G5: the ends of the score scale, the truce path, and postures held against each other. */
class AnchorsTest {
    private static final double EXACT = 1e-9;

    @Test
    void mutualWarIsTheAnchorOfZero() {
        Play war = held(Macros.WAR, Macros.WAR);
        assertThat(war.score(Side.US).mean()).isCloseTo(-36.814692381743264, within(36 * EXACT));
        assertThat(war.score(Side.CN).mean()).isCloseTo(-27.316729469828335, within(27 * EXACT));
        assertThat(war.score(Side.US).score()).isCloseTo(0, within(1e-7));
        assertThat(war.score(Side.CN).score()).isCloseTo(0, within(1e-7));
    }

    @Test
    void aDeepAgreementSignedAtOnceAndCompletedAtTheSummitIsTheAnchorOfAHundred() {
        Play deep = Play.reference(Play.FIRST);
        for (int round = 1; round <= 12; round++) {
            // Round 1 is no summit, so the chapter enters as a cap at licensed.
            deep.round(RoundInputs.signing(
                    Play.postures(Macros.DEEP.levels, Macros.DEEP.levels), Play.terms(8, ScriptedMatchTest.DEEP_SET)));
        }
        assertThat(deep.reports().get(1).us().depth()).isCloseTo(1.8, within(1e-12));
        assertThat(deep.reports().get(2).us().depth()).isCloseTo(2, within(1e-12));
        assertThat(deep.score(Side.US).mean()).isCloseTo(9.397453523116576, within(9 * EXACT));
        assertThat(deep.score(Side.CN).mean()).isCloseTo(7.841935725950309, within(7 * EXACT));
        assertThat(deep.score(Side.US).score()).isCloseTo(100, within(1e-7));
    }

    @Test
    void theTrucePathHasTheMeanOfTheReference() {
        TrucePath path = Play.FIRST.trucePath();
        assertThat(path.rounds()).isGreaterThanOrEqualTo(16);
        assertThat(path.mean(12, Side.US)).isCloseTo(.280583, within(1e-6));
        assertThat(path.mean(12, Side.CN)).isCloseTo(.151510, within(1e-6));
        assertThat(path.points(1, Side.US).total()).isCloseTo(0, within(1e-12));
        assertThat(path.points(7, Side.CN).of(Component.INCOME)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"US, -5.4353, 12.9314, -1.8967, -1.1917, 41.4242", "CN, -35.0204, 2.6329, 0, -1.8877, -46.9982"})
    void theEconomyOfTheFirstQuarterReadsAsInTheReference(
            Side side, double income, double revenue, double farm, double industry, double prices) {
        Readings readings = Play.FIRST.trucePath().readings(1, side);
        assertThat(readings.income()).isCloseTo(income, within(5e-5));
        assertThat(readings.revenue()).isCloseTo(revenue, within(5e-5));
        assertThat(readings.farm()).isCloseTo(farm, within(5e-5));
        assertThat(readings.industry()).isCloseTo(industry, within(5e-5));
        assertThat(readings.prices()).isCloseTo(prices, within(5e-5));
    }

    @Test
    void holdingTheTruceForTwelveRoundsIsThePathItself() {
        Play truce = new Play(Play.FIRST, Play.setup(0, 12, new Conditions(false, true, false), 2, 4, 8, 12));
        truce.holding(12);
        for (Side side : Side.values()) {
            assertThat(truce.score(side).mean())
                    .isEqualTo(Play.FIRST.trucePath().mean(12, side));
            assertThat(truce.score(side).score()).isEqualTo(truce.score(side).truceScore());
        }
    }

    /**
     * Cells of the stage matrix in which no signature can change anything: postures from press up offer nothing, so after the
     * first breach no agreement comes back, and two truces merely renew what does not expire here. Cells with cheat or press
     * need detection to be drawn.
     */
    @ParameterizedTest(name = "{0} against {1}")
    @CsvSource(textBlock = """
                    DEEP,  HARD,  -2.0, 89.5
                    DEEP,  WAR,   -20.5, 70.7
                    TRUCE, TRUCE, 80.3, 78.1
                    TRUCE, HARD,  9.1, 69.5
                    TRUCE, WAR,   -9.6, 52.2
                    HARD,  DEEP,  90.6, 2.9
                    HARD,  TRUCE, 69.4, 10.0
                    HARD,  HARD,  33.4, 30.8
                    HARD,  WAR,   -2.2, 14.7
                    WAR,   DEEP,  75.3, -12.3
                    WAR,   TRUCE, 54.0, -5.1
                    WAR,   HARD,  18.2, .8
                    WAR,   WAR,   0, 0
                    """)
    void posturesScoreAsInTheStageMatrix(Macros us, Macros cn, double scoreUs, double scoreCn) {
        Play play = held(us, cn);
        assertThat(play.score(Side.US).score()).isCloseTo(scoreUs, within(.1));
        assertThat(play.score(Side.CN).score()).isCloseTo(scoreCn, within(.1));
    }

    private static Play held(Macros us, Macros cn) {
        Play play = Play.reference(Play.FIRST);
        for (int round = 1; round <= 12; round++) {
            play.round(Play.postures(us.levels, cn.levels));
        }
        return play;
    }
}
