package dev.truce.tournament.stats;

import dev.truce.engine.chance.SplitMix64;
import java.util.Arrays;

/** What intervals of a mean are made of. */
public final class Sample {
    private static final int RESAMPLES = 2000;
    /** 97.5 % quantiles of Student's t with 5 to 28 degrees of freedom. */
    private static final double[] T = {
        2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
        2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048
    };

    private Sample() {}

    /** Returns the mean of values, 0 of none. */
    public static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return values.length == 0 ? 0 : sum / values.length;
    }

    /** Returns the standard error of the mean of at least two values. */
    public static double standardError(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1) / values.length);
    }

    /**
     * Returns half the width of the 95 % interval of a mean by Student's t.
     *
     * @param values how many, at least 6
     * @param error standard error of their mean
     */
    public static double studentHalf(int values, double error) {
        int degrees = values - 1;
        // Beyond the table this is right to three decimals.
        return error * (values - Estimate.LEAST < T.length ? T[values - Estimate.LEAST] : 1.96 + 2.4 / degrees);
    }

    /**
     * Returns both ends of the 95 % interval of a mean by a percentile bootstrap of 2,000 resamples.
     *
     * @param values at least one
     * @param seed of the draws; the same values and seed give the same ends
     */
    public static double[] bootstrapEnds(double[] values, long seed) {
        SplitMix64 random = new SplitMix64(seed);
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            double sum = 0;
            for (int k = 0; k < values.length; k++) {
                sum += values[random.nextInt(values.length)];
            }
            means[i] = sum / values.length;
        }
        Arrays.sort(means);
        return new double[] {means[RESAMPLES / 40], means[RESAMPLES - 1 - RESAMPLES / 40]};
    }
}
