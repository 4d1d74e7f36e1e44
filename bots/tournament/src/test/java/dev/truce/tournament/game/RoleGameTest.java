package dev.truce.tournament.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.SplitMix64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleGameTest {
    private static final double EXACT = 1e-7;

    @Test
    void rockPaperScissorsIsPlayedEvenly() {
        double[][] us = {{0, -1, 1}, {1, 0, -1}, {-1, 1, 0}};
        List<Equilibrium> found = new RoleGame(us, negative(us)).equilibria();
        assertThat(found).hasSize(1);
        isAt(found.get(0), new double[] {1 / 3., 1 / 3., 1 / 3.}, new double[] {1 / 3., 1 / 3., 1 / 3.});
        assertThat(found.get(0).values().us()).isCloseTo(0, within(EXACT));
        assertThat(found.get(0).residual()).isLessThan(EXACT);
    }

    @Test
    void theBattleOfTheSexesHasThreeAndTheOneThatGivesMostIsTaken() {
        double[][] us = {{3, 0}, {0, 2}};
        double[][] cn = {{2, 0}, {0, 4}};
        List<Equilibrium> found = new RoleGame(us, cn).equilibria();
        assertThat(found).hasSize(3);
        isAt(found.get(0), new double[] {1, 0}, new double[] {1, 0});
        isAt(found.get(1), new double[] {2 / 3., 1 / 3.}, new double[] {.4, .6});
        isAt(found.get(2), new double[] {0, 1}, new double[] {0, 1});
        assertThat(found.get(1).values().us()).isCloseTo(1.2, within(EXACT));
        assertThat(found.get(1).values().cn()).isCloseTo(4 / 3., within(EXACT));
        assertThat(Equilibrium.best(found)).isSameAs(found.get(2));
    }

    /** The 3 x 2 game of von Stengel's chapter in Algorithmic Game Theory (2007), example 3.1 and figure 3.1: three equilibria. */
    @Test
    void threePoliciesAgainstTwoHaveTheThreeKnownEquilibria() {
        double[][] us = {{3, 3}, {2, 5}, {0, 6}};
        double[][] cn = {{3, 2}, {2, 6}, {3, 1}};
        List<Equilibrium> found = new RoleGame(us, cn).equilibria();
        assertThat(found).hasSize(3);
        isAt(found.get(0), new double[] {1, 0, 0}, new double[] {1, 0});
        isAt(found.get(1), new double[] {.8, .2, 0}, new double[] {2 / 3., 1 / 3.});
        isAt(found.get(2), new double[] {0, 1 / 3., 2 / 3.}, new double[] {1 / 3., 2 / 3.});
    }

    /** A game of coordination on each of three policies: an even mixture over each of the seven supports. */
    @Test
    void coordinationOnThreePoliciesHasSevenEquilibria() {
        double[][] same = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        List<Equilibrium> found = new RoleGame(same, same).equilibria();
        assertThat(found).hasSize(7);
        assertThat(found).allSatisfy(one -> assertThat(one.residual()).isLessThan(EXACT));
        isAt(found.get(3), new double[] {1 / 3., 1 / 3., 1 / 3.}, new double[] {1 / 3., 1 / 3., 1 / 3.});
    }

    @Test
    void ofEquilibriaWithoutEndTheCornersAreFound() {
        double[][] us = {{1, 1}, {0, 2}};
        double[][] cn = {{1, 1}, {1, 0}};
        List<Equilibrium> found = new RoleGame(us, cn).equilibria();
        assertThat(found).hasSize(2);
        isAt(found.get(0), new double[] {1, 0}, new double[] {1, 0});
        isAt(found.get(1), new double[] {1, 0}, new double[] {.5, .5});
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 9, 12})
    void aGameInWhichNothingMattersEndsAtOnce(int policies) {
        double[][] same = new double[policies][policies];
        List<Equilibrium> found = new RoleGame(same, same).equilibria();
        assertThat(found)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.residual()).isZero());
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 7, 9, 11})
    void aCircleOfManyPoliciesIsPlayedEvenly(int policies) {
        double[][] us = new double[policies][policies];
        for (int i = 0; i < policies; i++) {
            for (int j = 0; j < policies; j++) {
                int ahead = Math.floorMod(i - j, policies);
                us[i][j] = ahead == 0 ? 50 : ahead <= policies / 2 ? 60 : 40;
            }
        }
        double[][] cn = new double[policies][policies];
        for (int i = 0; i < policies; i++) {
            for (int j = 0; j < policies; j++) {
                cn[i][j] = 100 - us[i][j];
            }
        }
        List<Equilibrium> found = new RoleGame(us, cn).equilibria();
        assertThat(found).hasSize(1);
        for (double weight : found.get(0).mixtures().us()) {
            assertThat(weight).isCloseTo(1. / policies, within(EXACT));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 6, 8})
    void whatPathsLeadToIsAmongAllEquilibriaAndTheirNumberIsOdd(int policies) {
        for (int seed = 0; seed < 8; seed++) {
            RoleGame game = drawn(policies, seed, 1_000_000);
            List<Equilibrium> all = game.equilibria();
            assertThat(all.size() % 2).isEqualTo(1);
            assertThat(all).allSatisfy(one -> assertThat(one.residual()).isLessThan(EXACT));
            for (BySide<double[]> path : LemkeHowson.of(game)) {
                assertThat(all).anySatisfy(one -> isAt(one, path.us(), path.cn()));
            }
        }
    }

    /** With payoffs of 0, 1 and 2 almost every comparison is a tie. */
    @ParameterizedTest
    @ValueSource(ints = {3, 6, 10, 24})
    void gamesFullOfTiesEndWithExactEquilibria(int policies) {
        for (int seed = 0; seed < 5; seed++) {
            RoleGame game = drawn(policies, seed, 3);
            List<Equilibrium> found = game.equilibria();
            assertThat(found)
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(one.residual()).isLessThan(EXACT));
            List<Equilibrium> again = drawn(policies, seed, 3).equilibria();
            assertThat(again).hasSameSizeAs(found);
            for (int i = 0; i < found.size(); i++) {
                assertThat(again.get(i).mixtures().us())
                        .containsExactly(found.get(i).mixtures().us());
                assertThat(again.get(i).mixtures().cn())
                        .containsExactly(found.get(i).mixtures().cn());
            }
        }
    }

    @Test
    void whatAnotherPolicyAlwaysBeatsIsLeftOutSoThatLargeGamesAreSolvedWhole() {
        double[][] us = new double[12][12];
        double[][] cn = new double[12][12];
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 12; j++) {
                us[i][j] = i < 2 && j < 2 ? new double[][] {{3, 0}, {0, 2}}[i][j] : -i;
                cn[i][j] = i < 2 && j < 2 ? new double[][] {{2, 0}, {0, 4}}[i][j] : -j;
            }
        }
        assertThat(new RoleGame(us, cn).equilibria()).hasSize(3);
    }

    @Test
    void regretIsWhatTheBestPolicyOfARoleWouldGetMore() {
        RoleGame game = new RoleGame(new double[][] {{3, 0}, {0, 2}}, new double[][] {{2, 0}, {0, 4}});
        BySide<double[]> even = new BySide<>(new double[] {.5, .5}, new double[] {.5, .5});
        assertThat(game.value(Side.US, even)).isEqualTo(1.25);
        assertThat(game.regret(Side.US, even)).isEqualTo(.25);
        assertThat(game.regret(Side.CN, even)).isEqualTo(.5);
    }

    @Test
    void tablesThatAreNoGameAreRefused() {
        assertThatThrownBy(() -> new RoleGame(new double[0][0], new double[0][0]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RoleGame(new double[][] {{1}}, new double[][] {{1, 2}}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RoleGame(new double[][] {{Double.NaN}}, new double[][] {{1}}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static RoleGame drawn(int policies, int seed, int values) {
        SplitMix64 random = new SplitMix64(seed);
        double[][] us = new double[policies][policies];
        double[][] cn = new double[policies][policies];
        for (int i = 0; i < policies; i++) {
            for (int j = 0; j < policies; j++) {
                us[i][j] = random.nextInt(values);
                cn[i][j] = random.nextInt(values);
            }
        }
        return new RoleGame(us, cn);
    }

    private static double[][] negative(double[][] payoffs) {
        double[][] negative = new double[payoffs.length][payoffs[0].length];
        for (int i = 0; i < payoffs.length; i++) {
            for (int j = 0; j < payoffs[i].length; j++) {
                negative[i][j] = -payoffs[i][j];
            }
        }
        return negative;
    }

    private static void isAt(Equilibrium found, double[] us, double[] cn) {
        assertThat(found.mixtures().us()).containsExactly(us, within(EXACT));
        assertThat(found.mixtures().cn()).containsExactly(cn, within(EXACT));
    }
}
