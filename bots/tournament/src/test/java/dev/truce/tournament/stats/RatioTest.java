package dev.truce.tournament.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RatioTest {
    private static final int RUNS = 1_000;

    @Test
    void theIntervalOfARatioHasTheTruthAsOftenAsItSays() {
        for (int blocks : new int[] {12, 60}) {
            SplittableRandom random = new SplittableRandom(8);
            int covered = 0;
            for (int run = 0; run < RUNS; run++) {
                double[] above = new double[blocks];
                double[] below = new double[blocks];
                for (int i = 0; i < blocks; i++) {
                    int rounds = 10 + random.nextInt(20);
                    below[i] = rounds;
                    for (int round = 0; round < rounds; round++) {
                        above[i] += random.nextDouble() < .3 ? 100 : 0;
                    }
                }
                Estimate estimate = Estimate.ofRatio(above, below, 100);
                covered += estimate.low() <= 30 && 30 <= estimate.high() ? 1 : 0;
            }
            // Three standard errors of a share of 95 % in so many runs are 2 %, and a bootstrap of few blocks is a
            // little short.
            assertThat(covered / (double) RUNS).as(blocks + " blocks").isBetween(.92, .975);
        }
    }

    @Test
    void aRatioWithNothingBelowTheLineHasNoInterval() {
        assertThat(Estimate.ofRatio(new double[20], new double[20], 100).isTooFew())
                .isTrue();
        assertThat(Estimate.ofRatio(new double[0], new double[0], 100).isTooFew())
                .isTrue();
    }

    @Test
    void theJackknifeOfAMeanIsTheMeanItself() {
        double[] values = {3, 1, 4, 1, 5, 9, 2, 6};
        double[] without = new double[values.length];
        double sum = Arrays.stream(values).sum();
        for (int i = 0; i < values.length; i++) {
            without[i] = (sum - values[i]) / (values.length - 1);
        }
        Estimate whole = Estimate.of(values);
        Estimate found = Estimate.jackknifed(sum / values.length, without);
        assertThat(found.low()).isCloseTo(whole.low(), within(1e-9));
        assertThat(found.high()).isCloseTo(whole.high(), within(1e-9));
        assertThat(found.within(4, 5).low()).isEqualTo(Math.max(4, found.low()));
    }
}
