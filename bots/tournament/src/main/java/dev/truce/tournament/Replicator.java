package dev.truce.tournament;

import dev.truce.tournament.stats.Evolution;

/**
 * Replicator dynamics: bots that score more than the mean become more frequent (Taylor and Jonker 1978). Payoffs are averaged
 * over the seats; all begin equally frequent.
 */
public final class Replicator {
    private Replicator() {}

    /** Returns the shares of all bots at the end; they sum to 1. */
    public static double[] shares(Payoffs payoffs) {
        int bots = payoffs.bots();
        double[][] ofBothSeats = new double[bots][bots];
        for (int i = 0; i < bots; i++) {
            for (int j = 0; j < bots; j++) {
                ofBothSeats[i][j] = payoffs.ofBothSeats(i, j);
            }
        }
        return Evolution.replicator(ofBothSeats);
    }
}
