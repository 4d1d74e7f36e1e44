package dev.truce.tournament.stats;

import java.util.Arrays;
import org.hipparchus.special.Erf;

/**
 * The two-sided test that paired differences are as often positive as negative, and as far. Below 30 pairs it is the exact sign-flip
 * test: the share of all 2^n ways to choose signs in which the sum is at least as far from 0 as it was (Fisher 1935). From 30 pairs on
 * it is the normal approximation of it.
 */
public final class PairedTest {
    /** Sums that differ by less than this share are the same sum, added in another order. */
    private static final double ROUNDING = 1e-9;

    private PairedTest() {}

    /**
     * Returns the level at which the differences would just be significant.
     *
     * @param differences one for each pair, finite
     * @return 0..1; 1 if there is no difference at all
     */
    public static double p(double[] differences) {
        if (differences.length < Estimate.BOOTSTRAP_FROM) {
            return exact(differences);
        }
        double mean = Sample.mean(differences);
        double error = Sample.standardError(differences);
        if (error <= ROUNDING * Math.abs(mean)) {
            return mean == 0 ? 1 : StrictMath.pow(2, 1.0 - differences.length);
        }
        return Erf.erfc(Math.abs(mean) / error / Math.sqrt(2));
    }

    /** The sums of all signs of one half are sorted; for each of the other half the ones that reach far enough are counted. */
    private static double exact(double[] differences) {
        double observed = 0;
        double size = 0;
        for (double difference : differences) {
            observed += difference;
            size += Math.abs(difference);
        }
        double far = Math.abs(observed) - ROUNDING * size;
        if (far <= 0) {
            return 1;
        }
        int half = differences.length / 2;
        double[] left = sums(Arrays.copyOfRange(differences, 0, half));
        double[] right = sums(Arrays.copyOfRange(differences, half, differences.length));
        Arrays.sort(right);
        long count = 0;
        for (double sum : left) {
            count += right.length - below(right, far - sum);
            count += right.length - below(right, far + sum);
        }
        return Math.min(1, (double) count / ((double) left.length * right.length));
    }

    private static double[] sums(double[] values) {
        double[] sums = new double[1 << values.length];
        for (int signs = 0; signs < sums.length; signs++) {
            for (int i = 0; i < values.length; i++) {
                sums[signs] += (signs >> i & 1) == 0 ? values[i] : -values[i];
            }
        }
        return sums;
    }

    /** Returns how many of the sorted values lie below a bound. */
    private static int below(double[] sorted, double bound) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
