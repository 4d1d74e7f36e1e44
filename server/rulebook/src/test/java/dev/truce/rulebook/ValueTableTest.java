package dev.truce.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.state.MatchSetup.Conditions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Agreements D, G6, of the first ruleset: one instrument moved in round 1 and held, everything else at Busan; points against the truce path in rounds
 * 1 and 4, and the change of the score of 12 rounds, for the mover and for the other side.
 */
class ValueTableTest {
    private static final double POINTS = .1;
    private static final double SCORE = .2;
    private static final double COVERT_SCORE = .6;
    private static final int PAIRS = 400;
    private static final Resolver RESOLVER = new Resolver(Play.FIRST);
    private static final HeldMove HELD = HeldMove.noiseFree("");
    /** Scores of both sides by seed when everything is held, with all chance. */
    private static final Map<Long, double[]> HELD_BY_SEED = new HashMap<>();

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
        US.FENT=0,    0,    -2.0, 2.3,  -1.3, 4.2,   -.7,   9.6,   stays
        US.FENT=1,    0,    -.8,  1.1,  -.5,  1.9,   .1,    4.8,   stays
        US.FENT=3,    .25,  -.7,  -1.1, -1.4, -2.4,  -4.0,  -7.0,  stays
        US.FENT=4,    .50,  -1.5, -2.1, -2.7, -4.6,  -6.8,  -13.1, stays
        US.RECIP=0,   0,    -.9,  1.2,  -.6,  2.1,   .1,    5.1,   stays
        US.RECIP=3,   .50,  -.8,  -1.1, -1.7, -3.0,  -4.6,  -8.5,  stays
        US.RECIP=4,   1.12, -2.6, -2.4, -4.0, -9.0,  -11.1, -25.3, ends
        US.RECIP=7,   2.86, -6.2, -6.9, -9.6, -19.3, -28.9, -53.5, ends
        US.S301=1,    .25,  -1.0, -.1,  -1.7, -.8,   -3.6,  -3.1,  stays
        US.DUTY232=0, 0,    -.9,  .2,   -.7,  .4,    -1.3,  1.1,   stays
        US.PORT=1,    .50,  -1.4, -.3,  -1.7, -1.7,  -4.2,  -5.2,  stays
        US.PORT=4,    .77,  -3.7, -.8,  -4.3, -4.2,  -9.7,  -12.9, stays
        US.AFFIL=1,   .38,  -2.1, -.5,  -1.8, -1.7,  -4.1,  -5.2,  stays
        US.CHIP=2,    1.00, -3.1, -1.2, -3.2, -6.7,  -7.4,  -19.1, ends
        US.CHIP=3,    2.00, -6.4, -3.3, -2.8, -12.6, -7.2,  -34.2, ends
        US.PACE=3,    0,    -2.2, 1.0,  -2.2, 1.0,   -4.8,  2.8,   stays
        CN.RECIP=0,   0,    -.5,  .2,   -.4,  .3,    -.1,   .5,    stays
        CN.RECIP=3,   1.00, -.3,  -.6,  -.7,  -8.3,  -4.8,  -17.4, stays
        CN.RECIP=4,   1.41, -1.4, -1.2, -.9,  -11.0, -6.0,  -23.2, ends
        CN.RECIP=7,   3.00, -3.0, -4.7, -1.5, -19.9, -13.1, -41.6, ends
        CN.AGRI=1,    .17,  -.6,  -.2,  -.6,  -1.1,  -2.2,  -3.2,  stays
        CN.AGRI=3,    .43,  -1.3, -.8,  -1.0, -2.6,  -2.9,  -6.7,  stays
        CN.SOY=7,     0,    -.8,  3.4,  -.8,  4.9,   -2.1,  10.4,  stays
        CN.REE7=0,    0,    -.6,  1.2,  -.6,  1.2,   -1.6,  2.6,   stays
        CN.REE7=2,    .66,  -3.6, -1.6, -1.8, -6.8,  -8.7,  -13.2, ends
        CN.REE7=3,    1.41, -6.2, -6.8, -2.0, -12.9, -9.3,  -25.5, ends
        CN.REE5=1,    .12,  -1.9, -.5,  -1.7, -1.3,  -5.0,  -4.0,  stays
        CN.REE5=2,    .34,  -3.1, -1.0, -1.8, -4.5,  -7.8,  -8.1,  ends
        CN.PORT=1,    .50,  -.6,  -.4,  -.9,  -2.1,  -3.2,  -5.4,  stays
        CN.ENFORCE=3, 0,    -1.0, 3.5,  -1.0, 3.5,   -2.7,  7.6,   stays
        CN.UEL=1,     .25,  -.6,  -.2,  -.7,  -1.1,  -2.3,  -3.3,  stays
        """)
    void aMoveAwayFromTheTruceIsWorthWhatTheTableSays(
            String move,
            double escalation,
            double own1,
            double other1,
            double own4,
            double other4,
            double ownScore,
            double otherScore,
            String treaty) {
        HeldMove moved = HeldMove.noiseFree(move);
        Side side = side(move);
        assertThat(moved.round(1).side(side).escalation()).isCloseTo(escalation, within(.01));
        points(moved, 1, side, own1, other1);
        points(moved, 4, side, own4, other4);
        scores(moved, side, ownScore, otherScore);
        assertThat(moved.round(1).change())
                .isEqualTo(treaty.equals("ends") ? TreatyChange.ENDED_BY_BREACH : TreatyChange.NONE);
    }

    @Test
    void aTariffAfterTheInvestigationEscalatesByItsImportShareAndIsWorthWhatTheTableSays() {
        HeldMove moved = new HeldMove(Play.FIRST, RESOLVER, 0, Conditions.NOISE_FREE, "US.S301=1", 3, "US.DUTY301=2");
        assertThat(moved.round(3).us().escalation()).isCloseTo(.94, within(.01));
        points(moved, 1, Side.US, -1.0, -.1);
        points(moved, 4, Side.US, -.5, -5.6);
        scores(moved, Side.US, -5.5, -17.9);
    }

    /**
     * One figure is not the design's: it has 7.1 for US.PACE=0 in round 4, which is 2.1 and the charge for being caught. But by
     * then the treaty has lapsed, since being caught in round 3 kept it from being renewed, and nobody is charged.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
        US.PACE=1,    3.0, -1.2, 2.8, -2.2, 1.9, -7.5
        US.PACE=0,    5.9, -2.5, 2.1, -7.5, 4.3, -18.7
        CN.SOY=4,     .6,  -1.6, .5,  -2.3, .1,  -5.2
        CN.SOY=3,     1.2, -3.0, 1.0, -4.2, .1,  -9.7
        CN.SOY=1,     2.4, -5.3, 2.0, -7.7, .3,  -17.8
        CN.ENFORCE=1, 1.3, -3.5, 1.2, -4.1, .8,  -9.9
        CN.ENFORCE=0, 2.7, -7.0, 2.4, -8.2, 1.6, -19.8
        CN.PACE=1,    1.3, -.1,  1.2, -.6,  .7,  -2.4
        CN.PACE=0,    2.7, -.2,  2.4, -1.3, 1.6, -4.6
        """)
    void aCovertMoveIsWorthWhatTheTableSays(
            String move, double own1, double other1, double own4, double other4, double ownScore, double otherScore) {
        Side side = side(move);
        HeldMove sure = HeldMove.noiseFree(move);
        pointsButForTheCharge(sure, 1, side, own1, other1);
        pointsButForTheCharge(sure, 4, side, own4, other4);

        double own = 0;
        double other = 0;
        for (long seed = 1; seed <= PAIRS; seed++) {
            HeldMove moved = new HeldMove(Play.FIRST, RESOLVER, seed, Conditions.PLAY, move, 13, "");
            double[] held = HELD_BY_SEED.computeIfAbsent(seed, ValueTableTest::held);
            own += (moved.score(side) - held[side.ordinal()]) / PAIRS;
            other += (moved.score(side.other()) - held[side.other().ordinal()]) / PAIRS;
        }
        assertThat(own).as("own score").isCloseTo(ownScore, within(COVERT_SCORE));
        assertThat(other).as("the other's score").isCloseTo(otherScore, within(COVERT_SCORE));
    }

    private static double[] held(long seed) {
        HeldMove held = new HeldMove(Play.FIRST, RESOLVER, seed, Conditions.PLAY, "", 13, "");
        return new double[] {held.score(Side.US), held.score(Side.CN)};
    }

    private static void points(HeldMove moved, int round, Side side, double own, double other) {
        assertThat(moved.points(round, side)).as("own, round " + round).isCloseTo(own, within(POINTS));
        assertThat(moved.points(round, side.other()))
                .as("other's, round " + round)
                .isCloseTo(other, within(POINTS));
    }

    /** The table counts rounds in which the mover was not caught; without chance it is caught when that is likelier than not. */
    private static void pointsButForTheCharge(HeldMove moved, int round, Side side, double own, double other) {
        double charge = moved.round(round).side(side).points().of(Component.CAUGHT);
        assertThat(moved.points(round, side) - charge).as("own, round " + round).isCloseTo(own, within(POINTS));
        assertThat(moved.points(round, side.other()))
                .as("other's, round " + round)
                .isCloseTo(other, within(POINTS));
    }

    private static void scores(HeldMove moved, Side side, double own, double other) {
        assertThat(moved.score(side) - HELD.score(side)).as("own score").isCloseTo(own, within(SCORE));
        assertThat(moved.score(side.other()) - HELD.score(side.other()))
                .as("the other's score")
                .isCloseTo(other, within(SCORE));
    }

    private static Side side(String move) {
        return Instrument.find(move.substring(0, move.indexOf('=')), Side.US)
                .orElseThrow()
                .holder();
    }
}
