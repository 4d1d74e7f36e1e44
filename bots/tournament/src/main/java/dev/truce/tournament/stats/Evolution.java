package dev.truce.tournament.stats;

import dev.truce.engine.chance.SplitMix64;
import java.util.Arrays;

/** How a field of bots would change if those that score more became more frequent. Payoffs are means over both seats. */
public final class Evolution {
    private static final double STEP = .01;
    /** Steps of {@link #replicator}. */
    public static final int STEPS = 20_000;

    private static final int MAX_BIRTHS = 100_000;
    /** Fitness of a payoff doubles with so many points more. */
    private static final double DOUBLING = 10;

    private Evolution() {}

    /**
     * Returns the shares of bots at the end of replicator dynamics (Taylor and Jonker 1978) from equal shares: 20,000 steps in which a
     * share grows by 1 % of its lead over the mean for each point.
     */
    public static double[] replicator(double[][] payoffs) {
        return course(payoffs, new int[] {STEPS})[0];
    }

    /**
     * Returns the shares of bots on the way of {@link #replicator} to its end.
     *
     * @param after numbers of steps after which the shares are wanted, rising, at least 0
     * @return the shares after so many steps, in the same order
     */
    public static double[][] course(double[][] payoffs, int[] after) {
        int n = payoffs.length;
        double[] shares = new double[n];
        Arrays.fill(shares, 1.0 / n);
        double[][] course = new double[after.length][];
        int step = 0;
        for (int i = 0; i < after.length; i++) {
            for (; step < after[i]; step++) {
                shares = next(payoffs, shares);
            }
            course[i] = shares.clone();
        }
        return course;
    }

    private static double[] next(double[][] payoffs, double[] before) {
        int n = before.length;
        double[] shares = before.clone();
        double[] fitness = fitness(payoffs, shares);
        double mean = 0;
        for (int i = 0; i < n; i++) {
            mean += shares[i] * fitness[i];
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            // A step so long that a share would become negative ends it at 0.
            shares[i] = Math.max(0, shares[i] * (1 + STEP * (fitness[i] - mean)));
            sum += shares[i];
        }
        for (int i = 0; i < n; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    /** Returns what each bot scores in a field of given shares. */
    static double[] fitness(double[][] payoffs, double[] shares) {
        double[] fitness = new double[shares.length];
        for (int i = 0; i < shares.length; i++) {
            for (int j = 0; j < shares.length; j++) {
                fitness[i] += shares[j] * payoffs[i][j];
            }
        }
        return fitness;
    }

    /**
     * Returns how often each bot takes over a small field (Moran 1958). A field begins with {@code copies} of each bot; in each step one
     * member, drawn by fitness, has a copy made that replaces a member drawn evenly, until all are alike. Fitness is
     * 2^(payoff / 10), payoff against the others of the field. A run that is not over after 100,000 steps counts for
     * everybody by its share.
     *
     * @param payoffs what bot i scores against bot j
     * @param copies members of each bot at the start, at least 1
     * @param runs how many fields, at least 1
     * @param seed of the draws
     * @return shares of the runs, summing to 1
     */
    public static double[] moran(double[][] payoffs, int copies, int runs, long seed) {
        int n = payoffs.length;
        double[] won = new double[n];
        for (int run = 0; run < runs; run++) {
            SplitMix64 random = new SplitMix64(SplitMix64.mix(seed + run));
            int[] count = new int[n];
            Arrays.fill(count, copies);
            for (int step = 0; step < MAX_BIRTHS && !isAlike(count); step++) {
                int parent = drawn(count, payoffs, random);
                int victim = drawnEvenly(count, random.nextInt(n * copies));
                count[parent]++;
                count[victim]--;
            }
            for (int i = 0; i < n; i++) {
                won[i] += (double) count[i] / (n * copies) / runs;
            }
        }
        return won;
    }

    private static boolean isAlike(int[] count) {
        int kinds = 0;
        for (int members : count) {
            kinds += members > 0 ? 1 : 0;
        }
        return kinds == 1;
    }

    private static int drawn(int[] count, double[][] payoffs, SplitMix64 random) {
        int size = 0;
        for (int members : count) {
            size += members;
        }
        double[] weights = new double[count.length];
        double sum = 0;
        for (int i = 0; i < count.length; i++) {
            if (count[i] > 0) {
                double payoff = 0;
                for (int j = 0; j < count.length; j++) {
                    payoff += payoffs[i][j] * (count[j] - (i == j ? 1 : 0));
                }
                weights[i] = count[i] * StrictMath.pow(2, payoff / Math.max(1, size - 1) / DOUBLING);
                sum += weights[i];
            }
        }
        double at = random.nextDouble() * sum;
        int last = 0;
        for (int i = 0; i < count.length; i++) {
            if (weights[i] > 0) {
                last = i;
                at -= weights[i];
                if (at < 0) {
                    break;
                }
            }
        }
        return last;
    }

    private static int drawnEvenly(int[] count, int member) {
        int left = member;
        for (int i = 0; i < count.length; i++) {
            left -= count[i];
            if (left < 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("member " + member + " of a smaller field");
    }
}
