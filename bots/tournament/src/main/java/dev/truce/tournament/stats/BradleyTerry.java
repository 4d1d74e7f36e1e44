package dev.truce.tournament.stats;

import java.util.ArrayDeque;
import java.util.Deque;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * Strengths s such that i beats j with probability 1 / (1 + exp(s_j - s_i)) (Bradley and Terry 1952), fitted by Newton's
 * method with the shortened steps of Bach (2010), which never miss. A level match counts as half a win for each.
 *
 * <p>Finite strengths exist only if nobody can be split off who never lost to the others (Ford 1957). Where that is not so, everybody
 * is given one win and one loss more, against somebody of strength 0; the strengths are then finite and say less.
 *
 * @param strengths natural logarithms, their mean 0
 * @param isHelped whether wins and losses had to be added
 */
public record BradleyTerry(double[] strengths, boolean isHelped) {
    private static final int MAX_STEPS = 1_000;

    /** Wins that may be missing from those that the strengths let expect. */
    private static final double ENOUGH = 1e-9;

    /** Steps below this are rounding. */
    private static final double LEAST_STEP = 1e-13;

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
        double[] strengths = new double[n];
        for (int step = 0; step < MAX_STEPS; step++) {
            Slope slope = Slope.at(strengths, wins, isHelped);
            if (slope.steepest() < ENOUGH) {
                break;
            }
            double[] change = slope.change();
            // The helper stays at 0. Without it, all may move together.
            double least = isHelped ? 0 : change[0];
            double most = least;
            for (double each : change) {
                least = Math.min(least, each);
                most = Math.max(most, each);
            }
            double range = most - least;
            if (range < LEAST_STEP) {
                break;
            }
            // So far the likelihood is sure to grow: where a difference changes by 1, its curve does by a factor e at
            // most.
            double share = StrictMath.log1p(range) / range;
            for (int i = 0; i < n; i++) {
                strengths[i] += share * change[i];
            }
        }
        double mean = 0;
        for (double strength : strengths) {
            mean += strength / n;
        }
        for (int i = 0; i < n; i++) {
            strengths[i] -= mean;
        }
        return new BradleyTerry(strengths, isHelped);
    }

    /**
     * How the logarithm of the likelihood changes with the strengths.
     *
     * @param missing wins above those that the strengths let expect
     * @param curve second derivatives, the sign turned
     */
    private record Slope(double[] missing, double[][] curve) {
        static Slope at(double[] strengths, double[][] wins, boolean isHelped) {
            int n = strengths.length;
            double[] missing = new double[n];
            double[][] curve = new double[n][n];
            for (int i = 0; i < n; i++) {
                if (isHelped) {
                    double chance = chance(strengths[i]);
                    missing[i] = 1 - 2 * chance;
                    curve[i][i] = 2 * chance * chance(-strengths[i]);
                }
                for (int j = 0; j < n; j++) {
                    double met = i == j ? 0 : wins[i][j] + wins[j][i];
                    if (met > 0) {
                        double lead = strengths[i] - strengths[j];
                        missing[i] += wins[i][j] - met * chance(lead);
                        double bend = met * chance(lead) * chance(-lead);
                        curve[i][i] += bend;
                        curve[i][j] -= bend;
                    }
                }
            }
            if (!isHelped) {
                // Only differences count: this keeps the mean where it is.
                double some = curve[0][0] / n;
                for (double[] row : curve) {
                    for (int j = 0; j < n; j++) {
                        row[j] += some;
                    }
                }
            }
            return new Slope(missing, curve);
        }

        private static double chance(double lead) {
            return 1 / (1 + StrictMath.exp(-lead));
        }

        double steepest() {
            double most = 0;
            for (double each : missing) {
                most = Math.max(most, Math.abs(each));
            }
            return most;
        }

        /** Returns the step of Newton's method. */
        double[] change() {
            RealMatrix matrix = new Array2DRowRealMatrix(curve, false);
            return new LUDecomposition(matrix, Double.MIN_NORMAL)
                    .getSolver()
                    .solve(new ArrayRealVector(missing, false))
                    .toArray();
        }
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
