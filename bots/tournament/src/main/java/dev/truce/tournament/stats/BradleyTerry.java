package dev.truce.tournament.stats;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Strengths s such that i beats j with probability 1 / (1 + exp(s_j - s_i)) (Bradley and Terry 1952), fitted by the MM algorithm
 * (Hunter 2004). A level match counts as half a win for each.
 *
 * <p>Finite strengths exist only if nobody can be split off who never lost to the others (Ford 1957). Where that is not so, everybody
 * is given one win and one loss more, against somebody of strength 0; the strengths are then finite and say less.
 *
 * @param strengths natural logarithms, their mean 0
 * @param isHelped whether wins and losses had to be added
 */
public record BradleyTerry(double[] strengths, boolean isHelped) {
    private static final int STEPS = 20_000;
    private static final double ENOUGH = 1e-10;

    /**
     * Fits strengths.
     *
     * @param wins how often i beat j; those who never met have 0 in both places
     */
    public static BradleyTerry fit(double[][] wins) {
        return fit(wins, false);
    }

    /**
     * Fits strengths.
     *
     * @param wins how often i beat j; those who never met have 0 in both places
     * @param alwaysHelped whether wins and losses are added also where they need not be
     */
    public static BradleyTerry fit(double[][] wins, boolean alwaysHelped) {
        int n = wins.length;
        boolean isHelped = alwaysHelped || !isConnected(wins);
        double help = isHelped ? 1 : 0;
        double[] worth = new double[n];
        Arrays.fill(worth, 1);
        for (int step = 0; step < STEPS; step++) {
            double change = 0;
            double[] next = new double[n];
            double logs = 0;
            for (int i = 0; i < n; i++) {
                double won = help;
                double expected = 2 * help / (worth[i] + 1);
                for (int j = 0; j < n; j++) {
                    double met = i == j ? 0 : wins[i][j] + wins[j][i];
                    if (met > 0) {
                        won += wins[i][j];
                        expected += met / (worth[i] + worth[j]);
                    }
                }
                next[i] = expected == 0 ? 1 : won / expected;
                logs += StrictMath.log(next[i]);
            }
            // The helper has strength 0, so with help the scale is given.
            double scale = isHelped ? 1 : StrictMath.exp(logs / n);
            for (int i = 0; i < n; i++) {
                next[i] /= scale;
                change = Math.max(change, Math.abs(StrictMath.log(next[i] / worth[i])));
            }
            worth = next;
            if (change < ENOUGH) {
                break;
            }
        }
        double[] strengths = new double[n];
        double mean = 0;
        for (int i = 0; i < n; i++) {
            strengths[i] = StrictMath.log(worth[i]);
            mean += strengths[i] / n;
        }
        for (int i = 0; i < n; i++) {
            strengths[i] -= mean;
        }
        return new BradleyTerry(strengths, isHelped);
    }

    /** Returns whether everybody can be reached from everybody by going from winners to losers. */
    private static boolean isConnected(double[][] wins) {
        return reached(wins, false) == wins.length && reached(wins, true) == wins.length;
    }

    private static int reached(double[][] wins, boolean backwards) {
        boolean[] seen = new boolean[wins.length];
        Deque<Integer> open = new ArrayDeque<>();
        open.add(0);
        seen[0] = true;
        int count = 0;
        while (!open.isEmpty()) {
            int i = open.remove();
            count++;
            for (int j = 0; j < wins.length; j++) {
                if (!seen[j] && i != j && (backwards ? wins[j][i] : wins[i][j]) > 0) {
                    seen[j] = true;
                    open.add(j);
                }
            }
        }
        return count;
    }

    /**
     * Returns the wins of bots by seat: bot i as the US is number i, bot j as China is number n + j.
     *
     * @param scores of a tournament of n bots; a lead below half a point is level
     */
    public static double[][] winsBySeat(Scores scores) {
        int n = scores.bots();
        double[][] wins = new double[2 * n][2 * n];
        for (int place = 0; place < scores.pairs(); place++) {
            ScoredPair pair = scores.pair(place);
            add(wins, pair.first(), n + pair.second(), pair.firstAsUs() - pair.secondAsCn());
            add(wins, pair.second(), n + pair.first(), pair.secondAsUs() - pair.firstAsCn());
        }
        return wins;
    }

    private static void add(double[][] wins, int us, int cn, int lead) {
        double half = Pentanomial.halves(lead) / 2.0;
        wins[us][cn] += half;
        wins[cn][us] += 1 - half;
    }
}
