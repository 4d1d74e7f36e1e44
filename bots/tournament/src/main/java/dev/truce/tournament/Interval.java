package dev.truce.tournament;

import dev.truce.tournament.stats.Estimate;
import dev.truce.tournament.stats.Sample;

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
    public static final int LEAST = Estimate.LEAST;

    /** The resampling must give the same interval every time. */
    private static final long SEED = 0x706F6F6CL;
    /**
     * Returns the interval of the mean of independent values.
     *
     * @throws IllegalArgumentException if there is no value
     */
    public static Interval of(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("an interval needs at least one value");
        }
        double mean = Sample.mean(values);
        if (values.length < LEAST) {
            return new Interval(mean, Double.NaN, Double.NaN, Double.NaN);
        }
        double error = Sample.standardError(values);
        if (values.length < Estimate.BOOTSTRAP_FROM) {
            double half = Sample.studentHalf(values.length, error);
            return new Interval(mean, mean - half, mean + half, error);
        }
        double[] ends = Sample.bootstrapEnds(values, SEED);
        return new Interval(mean, ends[0], ends[1], error);
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
}
