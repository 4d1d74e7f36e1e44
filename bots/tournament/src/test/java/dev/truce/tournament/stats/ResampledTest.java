package dev.truce.tournament.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.chance.SplitMix64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResampledTest {
    /** Scores of two bots in which the first leads by a known number of points and some noise, to ten thousandths. */
    private static Scores scores(int pairs, double lead, double noise, long seed) {
        SplitMix64 random = new SplitMix64(seed);
        Scores scores = new Scores(List.of("a", "b"));
        for (int pair = 0; pair < pairs; pair++) {
            // The sum of twelve even numbers is near enough to a bell.
            double sum = -6;
            for (int i = 0; i < 12; i++) {
                sum += random.nextDouble();
            }
            int units = (int) Math.round((50 + lead + noise * sum) * 10_000);
            scores.add(new ScoredPair(0, 0, 1, units, 500_000, 500_000, units, true, false));
        }
        return scores;
    }

    private static double[][] lead(Scores scores, int resample) {
        double sum = 0;
        for (int place = 0; place < scores.pairs(); place++) {
            sum += scores.pair(place).lead();
        }
        return new double[][] {{sum / scores.pairs()}};
    }

    private static Estimate resampled(Scores scores) {
        return Resampled.of(scores, ResampledTest::lead).estimate(lead(scores, 0)[0][0], 0, 0, 100);
    }

    /** For a mean the standard error is known, so the interval is about that of Student's t. */
    @ParameterizedTest
    @ValueSource(ints = {8, 29, 30, 200})
    void theIntervalOfAMeanIsAboutThatOfStudentsT(int pairs) {
        Scores scores = scores(pairs, 3, 5, pairs);
        double[] leads = new double[pairs];
        for (int place = 0; place < pairs; place++) {
            leads[place] = scores.pair(place).lead();
        }
        double half = Sample.studentHalf(pairs, Sample.standardError(leads));
        Estimate found = resampled(scores);
        assertThat(found.basis()).isEqualTo(Estimate.Basis.STUDENT);
        assertThat(found.mean() - found.low()).isCloseTo(half, within(.3 * half));
        assertThat(found.high() - found.mean()).isCloseTo(found.mean() - found.low(), within(1e-9));
    }

    @Test
    void aboutNineteenIntervalsOfTwentyHoldTheTruth() {
        int held = 0;
        for (int study = 0; study < 200; study++) {
            Estimate found = resampled(scores(12, 3, 5, 1000 + study));
            held += found.excludes(3) ? 0 : 1;
        }
        assertThat(held).isBetween(180, 198);
    }

    @Test
    void fewerThanSixPairsHaveNoIntervalAndAlikeOnesAWideOne() {
        assertThat(resampled(scores(5, 3, 5, 1)).isTooFew()).isTrue();
        Estimate alike = resampled(scores(12, 3, 0, 1));
        assertThat(alike.basis()).isEqualTo(Estimate.Basis.ALL_ALIKE);
        assertThat(alike.high() - alike.low())
                .isCloseTo(
                        Estimate.of(new double[12]).high()
                                - Estimate.of(new double[12]).low(),
                        within(1e-9));
        Resampled strengths = Resampled.of(scores(12, 3, 0, 1), ResampledTest::lead);
        assertThat(strengths.estimate(3, 0, 0, 0).isTooFew()).isTrue();
    }

    /** All that spreads such shares is chance of the simulation, so that of the figure's own fields is left. */
    @Test
    void chanceOfSimulatedFieldsIsNotTakenForThatOfPairs() {
        Resampled resampled = Resampled.of(scores(40, 3, 5, 1), (some, number) -> {
            SplitMix64 random = new SplitMix64(SplitMix64.mix(number));
            double won = 0;
            for (int field = 0; field < 50; field++) {
                won += random.nextDouble() < .3 ? .02 : 0;
            }
            return new double[][] {{won}};
        });
        Estimate found = resampled.simulated(.3, 0, 0, 1000, 50);
        double half = Sample.studentHalf(40, Math.sqrt(.3 * .7 / 1000));
        double withAll = Sample.studentHalf(40, Math.sqrt(.3 * .7 / 50));
        assertThat(found.high() - found.mean()).isBetween(.8 * half, .7 * withAll);
        Estimate never = resampled.simulated(0, 0, 0, 1000, 50);
        assertThat(never.low()).isZero();
        assertThat(never.high()).isPositive();
    }
}
