package dev.truce.tournament.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.board.Side;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RatingsTest {
    /**
     * Wins of Milwaukee, Detroit, Toronto, New York, Boston, Cleveland and Baltimore against each other in the American League of 1987
     * (Agresti, Categorical Data Analysis, table 10.10).
     */
    private static final double[][] BASEBALL = {
        {0, 7, 9, 7, 7, 9, 11},
        {6, 0, 7, 5, 11, 9, 9},
        {4, 6, 0, 7, 7, 8, 12},
        {6, 8, 6, 0, 6, 7, 10},
        {6, 2, 6, 7, 0, 7, 12},
        {4, 4, 5, 6, 6, 0, 6},
        {2, 4, 1, 3, 1, 7, 0}
    };

    @Test
    void baseballHasTheStrengthsOfTheTextbook() {
        BradleyTerry fit = BradleyTerry.fit(BASEBALL);
        double[] published = {1.58, 1.44, 1.29, 1.25, 1.11, .68, 0};
        assertThat(fit.isHelped()).isFalse();
        for (int i = 0; i < published.length; i++) {
            assertThat(fit.strengths()[i] - fit.strengths()[6]).isCloseTo(published[i], within(.006));
        }
    }

    @Test
    void whoNeverLostHasAFiniteStrengthAboveTheOthers() {
        BradleyTerry fit = BradleyTerry.fit(new double[][] {{0, 10, 10}, {0, 0, 5}, {0, 5, 0}});
        assertThat(fit.isHelped()).isTrue();
        assertThat(fit.strengths()[0]).isBetween(1.0, 10.0);
        assertThat(fit.strengths()[1]).isCloseTo(fit.strengths()[2], within(1e-6));
        for (double strength : BradleyTerry.fit(new double[2][2]).strengths()) {
            assertThat(strength).isZero();
        }
    }

    @Test
    void manyBotsInAStrictOrderAreExpectedToWinWhatTheyWon() {
        int n = 100;
        double[][] wins = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                wins[i][j] = 6;
            }
        }
        BradleyTerry fit = BradleyTerry.fit(wins);
        double[] strengths = fit.strengths();
        assertThat(fit.isHelped()).isTrue();
        // In an order that is its own mirror image the helper is in the middle, and so is 0.
        for (int i = 0; i < n; i++) {
            double won = 6 * (n - 1 - i) + 1;
            double expected = 2 * chance(strengths[i]);
            for (int j = 0; j < n; j++) {
                expected += i == j ? 0 : 6 * chance(strengths[i] - strengths[j]);
            }
            assertThat(expected).as("bot " + i).isCloseTo(won, within(1e-8));
            assertThat(strengths[i]).isCloseTo(-strengths[n - 1 - i], within(1e-9));
        }
    }

    private static double chance(double lead) {
        return 1 / (1 + Math.exp(-lead));
    }

    @Test
    void winsAreCountedBySeatAndLevelMatchesAsHalves() {
        Scores scores = new Scores(List.of("a", "b"));
        // a wins as the US by 10; as China it is level within half a point.
        scores.add(new ScoredPair(0, 0, 1, 600_000, 500_000, 550_000, 549_000, true, false));
        double[][] wins = BradleyTerry.winsBySeat(scores);
        assertThat(wins[0][3]).isEqualTo(1);
        assertThat(wins[3][0]).isZero();
        assertThat(wins[1][2]).isEqualTo(.5);
        assertThat(wins[2][1]).isEqualTo(.5);
        assertThat(Pentanomial.of(scores, 0, 1).counts()).containsExactly(0, 0, 0, 1, 0);
    }

    @Test
    void theRelativeGameOfRockPaperScissorsHasTheKnownMixture() {
        // Rock loses 1 to paper, wins 2 against scissors; paper loses 3 to scissors: the mixture is (3, 2, 1) / 6.
        double[][] payoffs = {{0, -.5, 1}, {.5, 0, -1.5}, {-1, 1.5, 0}};
        RelativeGame game = RelativeGame.of(payoffs);
        assertThat(game.mixture()).containsExactly(new double[] {3 / 6.0, 2 / 6.0, 1 / 6.0}, within(1e-9));
        assertThat(game.value()).isCloseTo(0, within(1e-9));
        assertThat(game.leads()).containsExactly(new double[] {0, 0, 0}, within(1e-9));
    }

    @Test
    void whoLeadsAgainstAllIsTheWholeMixture() {
        RelativeGame game = RelativeGame.of(new double[][] {{50, 60, 70}, {40, 50, 60}, {30, 40, 50}});
        assertThat(game.mixture()).containsExactly(new double[] {1, 0, 0}, within(1e-9));
        assertThat(game.leads()[2]).isCloseTo(-40, within(1e-9));
    }

    /** A bot that is entered twice, and payoffs that tie: the simplex method has ended away from the solution of such games. */
    @Test
    void nobodyLeadsAgainstTheMixtureWherePayoffsTie() {
        Random chance = new Random(20_251_030);
        for (int game = 0; game < 2_500; game++) {
            int n = 2 + chance.nextInt(9);
            int steps = game % 2 == 0 ? 10_000 : 1 + chance.nextInt(4);
            double[][] payoffs = new double[n][n];
            for (double[] row : payoffs) {
                for (int j = 0; j < n; j++) {
                    row[j] = 100.0 * chance.nextInt(steps + 1) / steps;
                }
            }
            int one = chance.nextInt(n);
            int twin = chance.nextInt(n);
            payoffs[twin] = payoffs[one].clone();
            for (double[] row : payoffs) {
                row[twin] = row[one];
            }
            RelativeGame solved = RelativeGame.of(payoffs);
            String which = game + ": " + Arrays.deepToString(payoffs);
            assertThat(Arrays.stream(solved.mixture()).sum()).as(which).isCloseTo(1, within(1e-9));
            assertThat(Arrays.stream(solved.mixture()).min().orElseThrow())
                    .as(which)
                    .isNotNegative();
            assertThat(solved.value()).as(which).isCloseTo(0, within(1e-6));
            assertThat(Arrays.stream(solved.leads()).max().orElseThrow())
                    .as(which)
                    .isLessThanOrEqualTo(1e-6);
        }
        assertThat(RelativeGame.of(new double[3][3]).leads()).containsExactly(0, 0, 0);
    }

    @Test
    void replicatorDynamicsOfHawksAndDovesEndWhereMaynardSmithSays() {
        // V = 1, C = 4: a quarter are hawks.
        double[] shares = Evolution.replicator(new double[][] {{-1.5, 1}, {0, .5}});
        assertThat(shares[0]).isCloseTo(.25, within(1e-6));
    }

    @Test
    void moranFixationHasTheProbabilityOfTheFormula() {
        // Constant fitness 2: (1 - 2^-3) / (1 - 2^-6) for 3 of 6.
        double[] won = Evolution.moran(new double[][] {{10, 10}, {0, 0}}, 3, 20_000, 5);
        assertThat(won[0]).isCloseTo((1 - 1 / 8.0) / (1 - 1 / 64.0), within(.01));
        assertThat(won[0] + won[1]).isCloseTo(1, within(1e-9));
        double[] neutral = Evolution.moran(new double[4][4], 2, 20_000, 6);
        for (double share : neutral) {
            assertThat(share).isCloseTo(.25, within(.015));
        }
    }

    @Test
    void theFrontierIsTheUpperRightHullAndDistanceIsAlongTheDiagonal() {
        Frontier frontier = Frontier.of(
                List.of(new double[] {0, 4}, new double[] {4, 0}, new double[] {1, 1}, new double[] {3, 3}));
        assertThat(frontier.corners()).extracting(corner -> corner[0]).containsExactly(0.0, 3.0, 4.0);
        assertThat(frontier.distance(3, 3)).isZero();
        assertThat(frontier.distance(1, 1)).isCloseTo(2, within(1e-12));
        // Between (0,4) and (3,3): (1.5 + t, 2.5 + t) meets x + 3 y = 12 at t = .75.
        assertThat(frontier.distance(1.5, 2.5)).isCloseTo(.75, within(1e-12));
        assertThat(frontier.distance(10, 10)).isZero();
    }

    @Test
    void payoffsBestRepliesAndExploitabilityFollowFromTheScores() {
        Scores scores = new Scores(List.of("a", "b"));
        scores.add(new ScoredPair(0, 0, 0, 500_000, 500_000, 500_000, 500_000, true, false));
        scores.add(new ScoredPair(0, 0, 1, 300_000, 800_000, 700_000, 200_000, true, false));
        scores.add(new ScoredPair(0, 1, 1, 100_000, 150_000, 100_000, 150_000, true, false));
        PayoffMatrix payoffs = PayoffMatrix.of(scores);
        assertThat(payoffs.of(Side.US, 0, 1)).isEqualTo(30);
        assertThat(payoffs.of(Side.CN, 0, 1)).isEqualTo(20);
        assertThat(payoffs.of(Side.US, 1, 0)).isEqualTo(70);
        assertThat(payoffs.of(Side.CN, 1, 1)).isEqualTo(15);
        assertThat(payoffs.bestReplies(Side.US, 0, .5)).containsExactly(1);
        assertThat(payoffs.exploitability(Side.US, 0)).isEqualTo(20);
        assertThat(payoffs.exploitability(Side.US, 1)).isEqualTo(20);
    }
}
