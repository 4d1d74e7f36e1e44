package dev.truce.engine.explain;

/** Rounds parts so that they add up to a given total. */
public final class LargestRemainder {
    private LargestRemainder() {}

    /**
     * Rounds each part down, then raises those with the largest remainders by one, again and again if need be, until the sum
     * is right; on a tie the earlier one. If the parts rounded down are too many already, those with the smallest remainders
     * are lowered in the same way. A part that is exactly 0 stays 0 while there are others.
     *
     * @param total what the rounded parts must add up to
     * @param parts not rounded; each within 2^52 of 0
     * @throws IllegalArgumentException if there are no parts and the total is not 0
     */
    public static long[] round(long total, double... parts) {
        long[] rounded = new long[parts.length];
        double[] remainder = new double[parts.length];
        boolean allZero = true;
        long missing = total;
        for (int i = 0; i < parts.length; i++) {
            rounded[i] = floor(parts[i]);
            remainder[i] = parts[i] - rounded[i];
            allZero &= parts[i] == 0;
            missing -= rounded[i];
        }
        if (parts.length == 0 && missing != 0) {
            throw new IllegalArgumentException("nothing to add up to " + total);
        }
        long sign = missing < 0 ? -1 : 1;
        for (long left = missing * sign; left > 0; left--) {
            int chosen = -1;
            for (int i = 0; i < parts.length; i++) {
                boolean mayMove = allZero || parts[i] != 0;
                if (mayMove && (chosen < 0 || sign * remainder[i] > sign * remainder[chosen])) {
                    chosen = i;
                }
            }
            rounded[chosen] += sign;
            remainder[chosen] -= sign;
        }
        return rounded;
    }

    private static long floor(double x) {
        long towardsZero = (long) x;
        return towardsZero > x ? towardsZero - 1 : towardsZero;
    }
}
