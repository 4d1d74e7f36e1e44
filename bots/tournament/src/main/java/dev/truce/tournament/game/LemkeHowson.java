package dev.truce.tournament.game;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Equilibria of a game by the paths of Lemke and Howson (1964), one from each policy. Pivots are whole numbers, so that nothing is rounded, and
 * ties between rows are broken by the lexicographic rule, so that no path goes in a circle.
 */
final class LemkeHowson {
    /** Payoffs are taken to a millionth of a point. */
    private static final double GRID = 1e6;

    /** A path may be long, exponentially so in games that were made for it (Savani and von Stengel 2006); then it is given up. */
    private static final int MAX_PIVOTS = 20_000;

    /** Constraints of the mixtures of each role. */
    private final BySide<Tableau> tableaux;

    private final int labels;

    private LemkeHowson(RoleGame game) {
        labels = game.policies(Side.US) + game.policies(Side.CN);
        tableaux = BySide.each(role -> new Tableau(game, role));
    }

    /** Returns the mixtures that the paths from all policies lead to, in the order of the policies; some may be equal. */
    static List<BySide<double[]>> of(RoleGame game) {
        List<BySide<double[]>> found = new ArrayList<>();
        int labels = game.policies(Side.US) + game.policies(Side.CN);
        for (int label = 0; label < labels; label++) {
            BySide<double[]> end = new LemkeHowson(game).follow(label);
            if (end != null) {
                found.add(end);
            }
        }
        if (found.isEmpty()) {
            throw new IllegalStateException("no path of " + labels + " ended within " + MAX_PIVOTS + " pivots");
        }
        return found;
    }

    /** Drops a label and follows the path to the end, or returns null if it is too long. */
    private @Nullable BySide<double[]> follow(int dropped) {
        Side role = tableaux.us().owns(dropped) ? Side.US : Side.CN;
        int entering = dropped;
        for (int pivot = 0; pivot < MAX_PIVOTS; pivot++) {
            entering = tableaux.of(role).enter(entering);
            if (entering == dropped) {
                return tableaux.map(tableau -> Equilibrium.scaled(tableau.mixture()));
            }
            role = role.other();
        }
        return null;
    }

    /** One row for each policy of the other role: its slack, and what it gets by each own policy, are 1 together. */
    private final class Tableau {
        /** Columns by label, then the right-hand side. */
        private final BigInteger[][] rows;
        /** By row: the label of what is in the basis. */
        private final int[] basis;

        private final int own;
        private final int offset;
        private final int slackOffset;
        private BigInteger determinant = BigInteger.ONE;

        Tableau(RoleGame game, Side role) {
            Side other = role.other();
            own = game.policies(role);
            offset = BySide.pick(role, 0, game.policies(Side.US));
            slackOffset = BySide.pick(role, own, 0);
            int count = game.policies(other);
            rows = new BigInteger[count][labels + 1];
            basis = new int[count];
            double least = Double.MAX_VALUE;
            for (int reply = 0; reply < count; reply++) {
                for (int policy = 0; policy < own; policy++) {
                    least = Math.min(least, game.payoff(other, reply, policy));
                }
            }
            for (int reply = 0; reply < count; reply++) {
                Arrays.fill(rows[reply], BigInteger.ZERO);
                for (int policy = 0; policy < own; policy++) {
                    double above = game.payoff(other, reply, policy) - least;
                    rows[reply][offset + policy] = BigInteger.valueOf(1 + Math.round(above * GRID));
                }
                basis[reply] = slackOffset + reply;
                rows[reply][basis[reply]] = BigInteger.ONE;
                rows[reply][labels] = BigInteger.ONE;
            }
        }

        boolean owns(int label) {
            return label >= offset && label < offset + own;
        }

        /** Brings a label into the basis and returns the one that leaves it. */
        int enter(int label) {
            int row = leaving(label);
            BigInteger[] pivot = rows[row];
            for (int r = 0; r < rows.length; r++) {
                BigInteger times = rows[r][label];
                for (int c = 0; r != row && c <= labels; c++) {
                    rows[r][c] = rows[r][c]
                            .multiply(pivot[label])
                            .subtract(times.multiply(pivot[c]))
                            .divide(determinant);
                }
            }
            determinant = pivot[label];
            int left = basis[row];
            basis[row] = label;
            return left;
        }

        /** Returns the row in which a label enters; the polytope is bounded, so there is one. */
        private int leaving(int label) {
            int best = -1;
            for (int r = 0; r < rows.length; r++) {
                if (rows[r][label].signum() > 0 && (best < 0 || isBefore(r, best, label))) {
                    best = r;
                }
            }
            return best;
        }

        /** Compares right-hand sides, then the columns of the first basis, each divided by the entry of the label. */
        private boolean isBefore(int row, int other, int label) {
            for (int k = -1; k < rows.length; k++) {
                int column = k < 0 ? labels : slackOffset + k;
                int order = rows[row][column]
                        .multiply(rows[other][label])
                        .compareTo(rows[other][column].multiply(rows[row][label]));
                if (order != 0) {
                    return order < 0;
                }
            }
            return false;
        }

        double[] mixture() {
            double[] point = new double[own];
            BigInteger sum = BigInteger.ZERO;
            for (int r = 0; r < rows.length; r++) {
                sum = owns(basis[r]) ? sum.add(rows[r][labels]) : sum;
            }
            for (int r = 0; r < rows.length; r++) {
                if (owns(basis[r])) {
                    point[basis[r] - offset] = share(rows[r][labels], sum);
                }
            }
            return point;
        }

        /** Returns a quotient of numbers that may be too large for a double. */
        private double share(BigInteger part, BigInteger whole) {
            int shift = Math.max(0, whole.bitLength() - Long.SIZE);
            return part.shiftRight(shift).doubleValue()
                    / whole.shiftRight(shift).doubleValue();
        }
    }
}
