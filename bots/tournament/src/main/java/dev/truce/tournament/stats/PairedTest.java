package dev.truce.tournament.stats;

import java.util.Arrays;
import org.hipparchus.special.Erf;

/**
 * The two-sided test that paired differences are as often positive as negative, and as far: the share of all 2^n ways to choose
 * signs in which the sum is at least as far from 0 as it was (Fisher 1935). Below 30 pairs all ways are counted. Up to 2,000 pairs
 * they are counted on a grid, such that the level is never below the true one. Beyond that the normal approximation is used, with
 * the sum of squares that all ways have in common. An estimated spread would not do: it is small by luck just where the mean is
 * large by luck, and levels that are corrected for many comparisons lie so far in the tail that this counts.
 */
public final class PairedTest {
    /** Below so many pairs all ways to choose signs are counted. */
    private static final int GRID_FROM = 30;

    /** From here on the normal approximation is good enough; the grid would take a tenth of a second. */
    private static final int NORMAL_FROM = 2001;

    /** Cells of the grid for each pair; more cells bring the level nearer to the true one. */
    private static final int CELLS = 128;

    private static final int MAX_CELLS = 1 << 17;

    /** Added to the level for the case that rounding to the grid goes further than is allowed for. */
    private static final double LEFT_OVER = 1e-9;

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
        if (differences.length < GRID_FROM) {
            return exact(differences);
        }
        double sum = 0;
        double size = 0;
        double squares = 0;
        for (double difference : differences) {
            sum += difference;
            size += Math.abs(difference);
            squares += difference * difference;
        }
        if (Math.abs(sum) <= ROUNDING * size) {
            return 1;
        }
        return differences.length < NORMAL_FROM
                ? onGrid(differences, Math.abs(sum), size)
                : Erf.erfc(Math.abs(sum) / Math.sqrt(2 * squares));
    }

    /**
     * Counts how often the sizes that get a minus add up to no more than half of what is missing to the largest sum. Sizes are
     * rounded to cells; what rounding can take away from such a sum is allowed for: all of it, or more than it is but for one
     * way in a thousand million (Hoeffding 1963), whichever is less.
     */
    private static double onGrid(double[] differences, double far, double size) {
        int cells = Math.min(MAX_CELLS, CELLS * differences.length);
        double width = size / cells;
        int[] steps = new int[differences.length];
        double worst = 0;
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < steps.length; i++) {
            double whole = Math.abs(differences[i]);
            steps[i] = (int) Math.round(whole / width);
            double rest = whole - steps[i] * width;
            worst += Math.min(rest, 0);
            mean += rest / 2;
            squares += rest * rest;
        }
        double likely = mean - Math.sqrt(squares * -StrictMath.log(LEFT_OVER) / 2);
        double allowance = Math.min(-worst, -likely);
        int last = (int) Math.floor(((size - far) / 2 + ROUNDING * size + allowance) / width);
        double[] share = new double[Math.max(0, last) + 1];
        share[0] = 1;
        int reached = 0;
        for (int step : steps) {
            reached = Math.min(last, reached + step);
            for (int cell = reached; cell >= step; cell--) {
                share[cell] = (share[cell] + share[cell - step]) / 2;
            }
            for (int cell = Math.min(reached, step - 1); cell >= 0; cell--) {
                share[cell] /= 2;
            }
        }
        double level = 0;
        for (double one : share) {
            level += one;
        }
        return Math.min(1, 2 * (level + (-worst <= -likely ? 0 : LEFT_OVER)));
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
