package dev.truce.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.chance.SplitMix64;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class IntervalTest {
    @Test
    void sixValuesHaveStudentsInterval() {
        Interval interval = Interval.of(new double[] {1, 2, 3, 4, 5, 6});
        // Variance 17.5 / 5 = 3.5, error sqrt(3.5 / 6) = .763763, quantile of 5 degrees of freedom 2.571.
        assertThat(interval.mean()).isEqualTo(3.5);
        assertThat(interval.error()).isCloseTo(.763763, within(1e-6));
        assertThat(interval.low()).isCloseTo(3.5 - 1.963634, within(1e-5));
        assertThat(interval.high()).isCloseTo(3.5 + 1.963634, within(1e-5));
    }

    @Test
    void fiveValuesHaveAMeanButNoInterval() {
        Interval interval = Interval.of(new double[] {1, 1, 1, 1, 1});
        assertThat(interval.mean()).isEqualTo(1);
        assertThat(interval.isTooFew()).isTrue();
        assertThat(interval.isAbove(0)).isFalse();
    }

    @Test
    void equalValuesHaveAnIntervalWithoutWidth() {
        double[] values = new double[40];
        Arrays.fill(values, 7);
        assertThat(Interval.of(values)).isEqualTo(new Interval(7, 7, 7, 0));
        assertThat(Interval.of(values).isAbove(7)).isFalse();
        assertThat(Interval.of(values).isAbove(6.9)).isTrue();
    }

    @Test
    void fromThirtyValuesOnItIsResampledAndStillTheSameEveryTime() {
        double[] values = uniform(200, 1);
        Interval interval = Interval.of(values);
        assertThat(Interval.of(values)).isEqualTo(interval);
        // A uniform variable has standard deviation .2887, so the mean of 200 has error .0204, and 1.96 of these each
        // way.
        assertThat(interval.error()).isCloseTo(.0204, within(.002));
        assertThat(interval.high() - interval.mean()).isCloseTo(1.96 * interval.error(), within(.1 * interval.error()));
        assertThat(interval.mean() - interval.low()).isCloseTo(1.96 * interval.error(), within(.1 * interval.error()));
    }

    @Test
    void nineteenOfTwentyIntervalsHoldTheTrueMean() {
        for (int size : new int[] {8, 40}) {
            int held = 0;
            for (int seed = 0; seed < 400; seed++) {
                Interval interval = Interval.of(uniform(size, seed));
                held += interval.low() <= .5 && .5 <= interval.high() ? 1 : 0;
            }
            // 380 expected; the standard deviation of the count is 4.4, and a bootstrap of 40 is a little too short.
            assertThat(held).as("of 400, size " + size).isBetween(362, 396);
        }
    }

    @Test
    void nothingHasNoMean() {
        assertThatThrownBy(() -> Interval.of(new double[0])).isInstanceOf(IllegalArgumentException.class);
    }

    private static double[] uniform(int size, long seed) {
        SplitMix64 random = new SplitMix64(seed);
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = random.nextDouble();
        }
        return values;
    }
}
