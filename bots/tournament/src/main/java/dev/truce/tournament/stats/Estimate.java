package dev.truce.tournament.stats;

import java.util.Locale;

/**
 * A mean over pairs with its 95 % interval. From 30 pairs on the interval is a percentile bootstrap that resamples pairs; below, it
 * is that of Student's t, which is also the Bayesian one under the reference prior; below 6 pairs there is none, since five pairs
 * cannot reach 5 % in a two-sided sign-flip test. Pairs that are all alike say that few others can be expected, not that there are
 * none: then the interval is as wide as the share of others that n alike pairs leave open (Clopper and Pearson 1934), times the
 * scale of scores. No figure of an estimate is ever infinite or not a number.
 *
 * @param mean mean of the values
 * @param low lower end of the interval; the mean if there is none
 * @param high upper end; the mean if there is no interval
 * @param pairs number of values
 * @param basis how the interval was found
 */
public record Estimate(double mean, double low, double high, int pairs, Basis basis) {
    /** Fewer pairs than this say too little. */
    public static final int LEAST = 6;

    /** From here on the bootstrap is good enough. */
    public static final int BOOTSTRAP_FROM = 30;

    /** From mutual war to deep agreement, in points. */
    private static final double SCALE = 100;

    /** The same values must give the same interval every time. */
    private static final long SEED = 0x7061697273L;
    /** How an interval was found. */
    public enum Basis {
        /** There is none. */
        TOO_FEW,
        /** All pairs were alike. */
        ALL_ALIKE,
        /** Student's t. */
        STUDENT,
        /** Percentiles of a bootstrap over pairs. */
        BOOTSTRAP;

        /** Returns the word for it in files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Returns the estimate of the mean of independent values, one for each pair.
     *
     * @param values finite; may be none, which is an estimate of 0 with nothing behind it
     */
    public static Estimate of(double[] values) {
        int n = values.length;
        double mean = Sample.mean(values);
        if (n < LEAST) {
            return new Estimate(mean, mean, mean, n, Basis.TOO_FEW);
        }
        double error = Sample.standardError(values);
        if (error <= 1e-9 * Math.max(1, Math.abs(mean))) {
            double half = SCALE * (1 - StrictMath.pow(.025, 1.0 / n));
            return new Estimate(mean, mean - half, mean + half, n, Basis.ALL_ALIKE);
        }
        if (n < BOOTSTRAP_FROM) {
            double half = Sample.studentHalf(n, error);
            return new Estimate(mean, mean - half, mean + half, n, Basis.STUDENT);
        }
        double[] ends = Sample.bootstrapEnds(values, SEED);
        return new Estimate(mean, ends[0], ends[1], n, Basis.BOOTSTRAP);
    }

    /** Returns whether there were too few pairs for an interval. */
    public boolean isTooFew() {
        return basis == Basis.TOO_FEW;
    }

    /** Returns whether there is an interval and it does not contain a value. */
    public boolean excludes(double value) {
        return !isTooFew() && (low > value || high < value);
    }
}
