package dev.truce.tournament.stats;

import java.util.Arrays;
import java.util.Comparator;

/** Corrects levels of several tests, so that with 95 % probability none of them is significant by luck alone (Holm 1979). */
public final class Holm {
    private Holm() {}

    /**
     * Returns corrected levels, in the order of the given ones.
     *
     * @param levels each 0..1
     */
    public static double[] correct(double[] levels) {
        Integer[] order = new Integer[levels.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> levels[i]).thenComparing(i -> i));
        double[] corrected = new double[levels.length];
        double most = 0;
        for (int rank = 0; rank < order.length; rank++) {
            most = Math.max(most, Math.min(1, (order.length - rank) * levels[order[rank]]));
            corrected[order[rank]] = most;
        }
        return corrected;
    }
}
