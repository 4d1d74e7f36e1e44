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

    /** From mutual war to what bargaining can reach, in points. */
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
     * @param values finite; may be none, which is an estimate of 0 from no values
     */
    public static Estimate of(double[] values) {
        return of(values, SCALE);
    }

    /**
     * Returns the estimate of the mean of independent values.
     *
     * @param values finite; may be none
     * @param scale how far apart two values can be
     */
    public static Estimate of(double[] values, double scale) {
        int n = values.length;
        double mean = Sample.mean(values);
        if (n < LEAST) {
            return new Estimate(mean, mean, mean, n, Basis.TOO_FEW);
        }
        double error = Sample.standardError(values);
        if (error <= 1e-9 * Math.max(1, Math.abs(mean))) {
            double half = alikeHalf(n, scale);
            return new Estimate(mean, mean - half, mean + half, n, Basis.ALL_ALIKE);
        }
        if (n < BOOTSTRAP_FROM) {
            double half = Sample.studentHalf(n, error);
            return new Estimate(mean, mean - half, mean + half, n, Basis.STUDENT);
        }
        double[] ends = Sample.bootstrapEnds(values, SEED);
        return new Estimate(mean, ends[0], ends[1], n, Basis.BOOTSTRAP);
    }

    /** Returns half the width of the interval of values that are all alike. */
    static double alikeHalf(int values, double scale) {
        return scale * (1 - StrictMath.pow(.025, 1.0 / values));
    }

    /**
     * Returns the estimate of a ratio of two sums over blocks. The values are what each block adds to the ratio, to first order; their
     * mean is the ratio.
     *
     * @param above what is summed above the line, one value a block
     * @param below the same below the line; may be 0 in some blocks
     * @param scale how far apart two ratios can be
     * @return the estimate; without an interval if the sum below the line is 0
     */
    public static Estimate ofRatio(double[] above, double[] below, double scale) {
        double whole = Sample.mean(below);
        if (whole == 0) {
            return new Estimate(0, 0, 0, 0, Basis.TOO_FEW);
        }
        double ratio = Sample.mean(above) / whole;
        double[] values = new double[above.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = ratio + (above[i] - ratio * below[i]) / whole;
        }
        return of(values, scale);
    }

    /**
     * Returns the estimate of a figure by the values that a jackknife gives: how much each block changes it (Tukey 1958).
     *
     * @param whole the figure of all blocks
     * @param without the figure without each block
     */
    public static Estimate jackknifed(double whole, double[] without) {
        int n = without.length;
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = n * whole - (n - 1) * without[i];
        }
        Estimate around = of(values);
        double off = around.mean() - whole;
        return new Estimate(whole, around.low() - off, around.high() - off, n, around.basis());
    }

    /** Returns the estimate of the same figure from sums that are exact, where this one may be off by a rounding. */
    public Estimate at(double exact) {
        return new Estimate(exact, low, high, pairs, basis);
    }

    /** Returns the estimate with its interval cut at what the figure cannot go beyond. */
    public Estimate within(double least, double most) {
        return new Estimate(mean, Math.max(least, low), Math.min(most, high), pairs, basis);
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
