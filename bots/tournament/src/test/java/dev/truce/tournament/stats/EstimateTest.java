package dev.truce.tournament.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstimateTest {
    /** Darwin's fifteen pairs of maize, eighths of an inch (Fisher 1935, The Design of Experiments, chapter III). */
    static final double[] DARWIN = {49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48};

    @Test
    void smallSamplesHaveTheIntervalOfStudent() {
        Estimate estimate = Estimate.of(DARWIN);
        assertThat(estimate.basis()).isEqualTo(Estimate.Basis.STUDENT);
        assertThat(estimate.mean()).isCloseTo(20.9333, within(1e-4));
        // t.test in R: 0.03119 to 41.83547; the table of quantiles has three decimals.
        assertThat(estimate.low()).isCloseTo(.0312, within(.01));
        assertThat(estimate.high()).isCloseTo(41.8355, within(.01));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5})
    void fewerThanSixPairsAreTooFewAndAllFiguresStayFinite(int pairs) {
        Estimate estimate = Estimate.of(Arrays.copyOf(DARWIN, pairs));
        assertThat(estimate.isTooFew()).isTrue();
        assertThat(estimate.excludes(1000)).isFalse();
        for (double figure : new double[] {estimate.mean(), estimate.low(), estimate.high()}) {
            assertThat(figure).isFinite();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 29, 30, 500})
    void pairsThatAreAllAlikeGiveAWideIntervalThatShrinksWithTheirNumber(int pairs) {
        double[] values = new double[pairs];
        Arrays.fill(values, 3);
        Estimate estimate = Estimate.of(values);
        assertThat(estimate.basis()).isEqualTo(Estimate.Basis.ALL_ALIKE);
        // Clopper and Pearson: none of n others leaves a share of 1 - .025^(1/n) open; for n = 30 that is .1157.
        assertThat(estimate.high() - 3).isCloseTo(100 * (1 - Math.pow(.025, 1.0 / pairs)), within(1e-9));
        assertThat(pairs == 30 ? estimate.high() - 3 : 11.57).isCloseTo(11.57, within(.01));
        assertThat(estimate.low()).isLessThan(3);
    }

    @Test
    void theSameValuesGiveTheSameIntervalEveryTime() {
        double[] values = sample(new SplittableRandom(1), 85, EstimateTest::normal);
        assertThat(Estimate.of(values)).isEqualTo(Estimate.of(values.clone()));
        assertThat(Estimate.of(values).basis()).isEqualTo(Estimate.Basis.BOOTSTRAP);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 29, 60, 85})
    void intervalsCoverTheTruthAsOftenAsTheySay(int pairs) {
        assertThat(coverage(pairs, EstimateTest::normal, 0)).isBetween(.93, .97);
        assertThat(coverage(pairs, random -> random.nextDouble() * 10, 5)).isBetween(.93, .97);
    }

    private static double coverage(int pairs, ToDoubleFunction<SplittableRandom> draw, double truth) {
        SplittableRandom random = new SplittableRandom(20251130L + pairs);
        int covered = 0;
        int runs = 2000;
        for (int run = 0; run < runs; run++) {
            covered += Estimate.of(sample(random, pairs, draw)).excludes(truth) ? 0 : 1;
        }
        return (double) covered / runs;
    }

    private static double[] sample(SplittableRandom random, int n, ToDoubleFunction<SplittableRandom> draw) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = draw.applyAsDouble(random);
        }
        return values;
    }

    static double normal(SplittableRandom random) {
        return 8 * Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
