package dev.truce.tournament.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PairedTestTest {
    @Test
    void darwinsMaizeHasTheLevelThatFisherCounted() {
        // In 863 of the 32,768 ways the sum is 314 or more (Fisher 1935, section 21); both tails are twice as many.
        assertThat(PairedTest.p(EstimateTest.DARWIN)).isCloseTo(2 * 863 / 32768.0, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void halvingGivesWhatCountingAllSignsGives(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int n = 1; n <= 12; n++) {
            double[] values = new double[n];
            for (int i = 0; i < n; i++) {
                values[i] = random.nextInt(-5, 9);
            }
            assertThat(PairedTest.p(values)).as(Arrays.toString(values)).isCloseTo(counted(values), within(1e-12));
        }
    }

    private static double counted(double[] values) {
        double observed = Math.abs(Arrays.stream(values).sum());
        int count = 0;
        for (int signs = 0; signs < 1 << values.length; signs++) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += (signs >> i & 1) == 0 ? values[i] : -values[i];
            }
            count += Math.abs(sum) >= observed - 1e-9 ? 1 : 0;
        }
        return (double) count / (1 << values.length);
    }

    @Test
    void fivePairsCannotReachFivePercentAndSixCan() {
        assertThat(PairedTest.p(new double[] {1, 2, 3, 4, 5})).isEqualTo(1 / 16.0);
        assertThat(PairedTest.p(new double[] {1, 2, 3, 4, 5, 6})).isEqualTo(1 / 32.0);
    }

    /** How often leads with the mean 0 are called separable at 5 %: the test asks for symmetry, and these have none but the first. */
    @ParameterizedTest
    @CsvSource({
        "normal, 12, 0, .065", "normal, 30, 0, .065",
        "exponential, 12, .08, .13", "exponential, 30, .05, .09",
        "lognormal, 12, .13, .20", "lognormal, 30, .09, .15"
    })
    void skewedLeadsAreCalledSeparableTooOften(String shape, int pairs, double least, double most) {
        SplittableRandom random = new SplittableRandom(20251030);
        int samples = 2_000;
        int called = 0;
        for (int sample = 0; sample < samples; sample++) {
            double[] leads = new double[pairs];
            for (int i = 0; i < pairs; i++) {
                leads[i] = switch (shape) {
                    case "normal" -> gauss(random);
                    case "exponential" -> -StrictMath.log(1 - random.nextDouble()) - 1;
                    default -> StrictMath.exp(gauss(random)) - StrictMath.exp(.5);
                };
            }
            called += PairedTest.p(leads) <= .05 ? 1 : 0;
        }
        assertThat((double) called / samples).isBetween(least, most);
    }

    private static double gauss(SplittableRandom random) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }

    @Test
    void noDifferenceIsNeverSignificantAndConstantOnesAreFinite() {
        assertThat(PairedTest.p(new double[0])).isEqualTo(1);
        assertThat(PairedTest.p(new double[10])).isEqualTo(1);
        assertThat(PairedTest.p(new double[100])).isEqualTo(1);
        double[] alike = new double[100];
        Arrays.fill(alike, 2);
        assertThat(PairedTest.p(alike)).isBetween(0.0, 1e-20);
    }

    @Test
    void theGridIsNeverBelowTheExactLevelAndHardlyAboveIt() {
        // 29 pairs exactly, the same with one 0 more on the grid; a difference of 0 leaves the exact level as it is.
        SplittableRandom random = new SplittableRandom(4);
        for (int shift = 0; shift < 12; shift++) {
            double[] values = new double[29];
            for (int i = 0; i < values.length; i++) {
                values[i] = EstimateTest.normal(random) + shift * .8;
            }
            double exact = PairedTest.p(values);
            assertThat(PairedTest.p(Arrays.copyOf(values, 30))).isBetween(exact * (1 - 1e-9), exact * 1.1 + 3e-9);
        }
    }

    @Test
    void theGridCountsSignsAsTheBinomialDistributionDoes() {
        // 24 of 30 differences are 1 and 6 are -1: a sum of at least 18 from 0 has the probability of 24 heads or more,
        // twice.
        double[] values = new double[30];
        Arrays.fill(values, 1);
        Arrays.fill(values, 0, 6, -1);
        assertThat(PairedTest.p(values)).isCloseTo(2 * 768212 / Math.pow(2, 30), within(1e-12));
    }

    @Test
    void theApproximationOfManyPairsIsNearTheGrid() {
        SplittableRandom random = new SplittableRandom(6);
        double[] values = new double[2_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = EstimateTest.normal(random) + .4;
        }
        double grid = PairedTest.p(values);
        assertThat(PairedTest.p(Arrays.copyOf(values, 2_001))).isBetween(grid * .7, grid * 1.05);
    }

    @Test
    void holmCorrectsTheSmallestMostAndKeepsTheOrder() {
        assertThat(Holm.correct(new double[] {.01, .04, .03, .005}))
                .containsExactly(new double[] {.03, .06, .06, .02}, within(1e-12));
        assertThat(Holm.correct(new double[] {.5, .9})).containsExactly(1, 1);
        assertThat(Holm.correct(new double[0])).isEmpty();
    }
}
