package dev.truce.tournament.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.tournament.stats.Estimate;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Means of what a bot does now and then. */
class BotMeansTest {
    private static final Offset<Double> EXACT = Offset.offset(1e-12);

    @Test
    void theMeanIsOverAllValuesHoweverTheyLieInBlocks() {
        BotMeans means = new BotMeans();
        double sum = 0;
        for (int value = 0; value < 40; value++) {
            means.add("small", value % 7 == 0 ? 0 : value, value);
            sum += value;
        }
        means.add("other", 3, 1_000);
        assertThat(means.count("small")).isEqualTo(40);
        Estimate found = means.estimate("small", 100);
        assertThat(found.mean()).isCloseTo(sum / 40, EXACT);
        assertThat(found.low()).isLessThan(found.mean());
        assertThat(found.high()).isGreaterThan(found.mean());
    }

    @Test
    void manyValuesOfFewBlocksHaveNoInterval() {
        BotMeans means = new BotMeans();
        for (int value = 0; value < 100; value++) {
            means.add("small", value % (Estimate.LEAST - 1), value % 2);
        }
        assertThat(means.estimate("small", 1).isTooFew()).isTrue();
        assertThat(means.estimate("small", 1).mean()).isCloseTo(.5, EXACT);
    }

    @Test
    void aBotThatDidNothingHasNoValueAndNoInterval() {
        BotMeans means = new BotMeans();
        assertThat(means.count("small")).isZero();
        assertThat(means.estimate("small", 1).isTooFew()).isTrue();
    }
}
