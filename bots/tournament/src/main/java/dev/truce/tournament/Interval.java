package dev.truce.tournament;

import dev.truce.engine.chance.SplitMix64;
import java.util.Arrays;

/**
 * A 95 % interval of a mean. From 30 values on it is a percentile bootstrap; below, the interval of Student's t, which is also
 * the Bayesian one under a flat prior; below six values there is none.
 *
 * @param mean mean of the values
 * @param low lower end; not a number if there are too few values
 * @param high upper end
 * @param error standard error of the mean
 */
public record Interval(double mean, double low, double high, double error) {
    /** Fewer values than this say too little: five pairs cannot reach 5 % in a two-sided sign-flip test. */
    public static final int LEAST = 6;

    private static final int BOOTSTRAP_FROM = 30;
    private static final int RESAMPLES = 2000;
    /** The resampling must give the same interval every time. */
    private static final long SEED = 0x706F6F6CL;
    /** 97.5 % quantiles of Student's t with 5 to 28 degrees of freedom. */
    private static final double[] T = {
        2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
        2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048
    };

    /**
     * Returns the interval of the mean of independent values.
     *
     * @throws IllegalArgumentException if there is no value
     */
    public static Interval of(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("an interval needs at least one value");
        }
        double mean = mean(values);
        if (values.length < LEAST) {
            return new Interval(mean, Double.NaN, Double.NaN, Double.NaN);
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double error = Math.sqrt(squares / (values.length - 1) / values.length);
        if (values.length < BOOTSTRAP_FROM) {
            double half = T[values.length - LEAST] * error;
            return new Interval(mean, mean - half, mean + half, error);
        }
        double[] means = resample(values);
        return new Interval(mean, means[RESAMPLES / 40], means[RESAMPLES - 1 - RESAMPLES / 40], error);
    }

    /**
     * Returns the interval of the mean difference of paired values.
     *
     * @throws IllegalArgumentException if there are not equally many of both, or none
     */
    public static Interval ofDifference(double[] values, double[] others) {
        if (values.length != others.length) {
            throw new IllegalArgumentException(values.length + " values paired with " + others.length);
        }
        double[] differences = new double[values.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = values[i] - others[i];
        }
        return of(differences);
    }

    /** Returns whether the interval is there and lies above a value. */
    public boolean isAbove(double value) {
        return low > value;
    }

    /** Returns whether there were too few values for an interval. */
    public boolean isTooFew() {
        return Double.isNaN(low);
    }

    private static double[] resample(double[] values) {
        SplitMix64 random = new SplitMix64(SEED);
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            double sum = 0;
            for (int k = 0; k < values.length; k++) {
                sum += values[random.nextInt(values.length)];
            }
            means[i] = sum / values.length;
        }
        Arrays.sort(means);
        return means;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
