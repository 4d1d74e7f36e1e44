package dev.truce.tournament;

import java.util.Arrays;

/**
 * Replicator dynamics: bots that score more than the mean become more frequent (Taylor and Jonker 1978). Payoffs are averaged
 * over the seats; all begin equally frequent.
 */
public final class Replicator {
    private static final double STEP = .01;
    private static final int STEPS = 20_000;

    private Replicator() {}

    /** Returns the shares of all bots at the end; they sum to 1. */
    public static double[] shares(Payoffs payoffs) {
        int bots = payoffs.bots();
        double[] shares = new double[bots];
        Arrays.fill(shares, 1.0 / bots);
        double[] fitness = new double[bots];
        for (int step = 0; step < STEPS; step++) {
            double mean = 0;
            for (int i = 0; i < bots; i++) {
                fitness[i] = 0;
                for (int j = 0; j < bots; j++) {
                    fitness[i] += shares[j] * payoffs.ofBothSeats(i, j);
                }
                mean += shares[i] * fitness[i];
            }
            double sum = 0;
            for (int i = 0; i < bots; i++) {
                // A step so long that a share would become negative ends it at 0.
                shares[i] = Math.max(0, shares[i] * (1 + STEP * (fitness[i] - mean)));
                sum += shares[i];
            }
            for (int i = 0; i < bots; i++) {
                shares[i] /= sum;
            }
        }
        return shares;
    }
}
