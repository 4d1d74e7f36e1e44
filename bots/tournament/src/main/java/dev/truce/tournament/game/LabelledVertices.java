package dev.truce.tournament.game;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All extreme equilibria of a small game (Mangasarian 1964). A mixture of a role is a point of a polytope: each of its own policies that is not
 * played, and each policy of the other role that is a best reply to it, is a label. Two corners that have all labels together are an
 * equilibrium. Every support is looked at, as in support enumeration, but ties between best replies hide nothing.
 */
final class LabelledVertices {
    /** How far from a face of the polytope a corner still lies on it. */
    private static final double ON = 1e-9;

    private final RoleGame game;
    private final Side role;
    /** What the other role gets by each of its policies, from 1 to 2, by own policy. */
    private final double[][] others;

    private final Map<Integer, double[]> corners = new LinkedHashMap<>();

    private LabelledVertices(RoleGame game, Side role) {
        this.game = game;
        this.role = role;
        this.others = others(game, role);
        int own = others.length;
        int labels = own + others[0].length;
        for (int tight = 0; tight < 1 << labels; tight++) {
            if (Integer.bitCount(tight) == own && tight != (1 << own) - 1) {
                double[] corner = corner(tight);
                if (corner != null) {
                    corners.putIfAbsent(labels(corner), corner);
                }
            }
        }
    }

    /** Returns the mixtures of all extreme equilibria of a game of at most eight policies a role. */
    static List<BySide<double[]>> of(RoleGame game) {
        LabelledVertices us = new LabelledVertices(game, Side.US);
        LabelledVertices cn = new LabelledVertices(game, Side.CN);
        int all = (1 << game.policies(Side.US) + game.policies(Side.CN)) - 1;
        List<BySide<double[]>> found = new ArrayList<>();
        us.corners.forEach((ofUs, one) -> cn.corners.forEach((ofCn, other) -> {
            if ((ofUs | ofCn) == all) {
                found.add(new BySide<>(Equilibrium.scaled(one), Equilibrium.scaled(other)));
            }
        }));
        return found;
    }

    private static double[][] others(RoleGame game, Side role) {
        Side other = role.other();
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        double[][] payoffs = new double[game.policies(role)][game.policies(other)];
        for (int i = 0; i < payoffs.length; i++) {
            for (int j = 0; j < payoffs[i].length; j++) {
                payoffs[i][j] = game.payoff(other, j, i);
                least = Math.min(least, payoffs[i][j]);
                most = Math.max(most, payoffs[i][j]);
            }
        }
        double scale = most > least ? most - least : 1;
        for (double[] row : payoffs) {
            for (int j = 0; j < row.length; j++) {
                row[j] = 1 + (row[j] - least) / scale;
            }
        }
        return payoffs;
    }

    /**
     * Returns the point at which some policies are not played and some of the other role are best replies, or null if there is none in the
     * polytope.
     *
     * @param tight a bit for each own policy that is not played, then one for each best reply; as many as there are own policies
     */
    private double @Nullable [] corner(int tight) {
        int own = others.length;
        int[] played = places(~tight, 0, own);
        int[] replies = places(tight, own, own + others[0].length);
        double[][] rows = new double[played.length][played.length + 1];
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < played.length; c++) {
                rows[r][c] = others[played[c]][replies[r]];
            }
            rows[r][played.length] = 1;
        }
        if (!solve(rows)) {
            return null;
        }
        double[] point = new double[own];
        for (int c = 0; c < played.length; c++) {
            point[played[c]] = rows[c][played.length];
            if (point[played[c]] < -ON) {
                return null;
            }
        }
        for (int reply = 0; reply < others[0].length; reply++) {
            if (of(point, reply) > 1 + ON) {
                return null;
            }
        }
        return point;
    }

    /** Returns the bits that are set from one place to before another, counted from the first of them. */
    private static int[] places(int bits, int from, int to) {
        int[] places = new int[Integer.bitCount(bits >>> from & (1 << to - from) - 1)];
        int count = 0;
        for (int i = from; i < to; i++) {
            if ((bits >>> i & 1) == 1) {
                places[count++] = i - from;
            }
        }
        return places;
    }

    /** Solves linear equations by Gauss and Jordan with the largest pivot of each column; returns whether they have one solution. */
    private static boolean solve(double[][] rows) {
        for (int c = 0; c < rows.length; c++) {
            int pivot = c;
            for (int r = c + 1; r < rows.length; r++) {
                pivot = Math.abs(rows[r][c]) > Math.abs(rows[pivot][c]) ? r : pivot;
            }
            double[] row = rows[pivot];
            rows[pivot] = rows[c];
            rows[c] = row;
            if (Math.abs(row[c]) < ON) {
                return false;
            }
            for (int k = rows.length; k >= c; k--) {
                row[k] /= row[c];
            }
            for (int r = 0; r < rows.length; r++) {
                double times = rows[r][c];
                for (int k = c; r != c && k <= rows.length; k++) {
                    rows[r][k] -= times * row[k];
                }
            }
        }
        return true;
    }

    private double of(double[] point, int reply) {
        double sum = 0;
        for (int i = 0; i < point.length; i++) {
            sum += point[i] * others[i][reply];
        }
        return sum;
    }

    /** Returns the labels of a corner: a bit for each policy, those of the US first. */
    private int labels(double[] corner) {
        int offset = BySide.pick(role, 0, game.policies(Side.US));
        int otherOffset = BySide.pick(role, game.policies(Side.US), 0);
        int labels = 0;
        for (int i = 0; i < corner.length; i++) {
            labels |= corner[i] <= ON ? 1 << offset + i : 0;
        }
        for (int reply = 0; reply < others[0].length; reply++) {
            labels |= of(corner, reply) >= 1 - ON ? 1 << otherOffset + reply : 0;
        }
        return labels;
    }
}
