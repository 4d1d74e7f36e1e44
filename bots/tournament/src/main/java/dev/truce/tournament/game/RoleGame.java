package dev.truce.tournament.game;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import java.util.List;

/**
 * A game of two roles, a bimatrix game: the US chooses one of its policies and China one of its own, both at once, and each gets the points of
 * its seat. The roles have policies of their own, and both may gain.
 *
 * @param us what the US gets, by its policy and China's
 * @param cn what China gets, by the policy of the US and its own
 */
public record RoleGame(double[][] us, double[][] cn) {
    /** Payoffs beyond this are no points; within it they are exact to a millionth. */
    private static final double MOST = 1e9;

    /**
     * Checks the payoffs.
     *
     * @throws IllegalArgumentException if a role has no policy, the tables differ in shape or a payoff is no number of points
     */
    public RoleGame {
        if (us.length == 0 || us.length != cn.length || us[0].length == 0) {
            throw new IllegalArgumentException("a table without a row, or two of different shapes");
        }
        for (int i = 0; i < us.length; i++) {
            if (us[i].length != us[0].length || cn[i].length != us[0].length) {
                throw new IllegalArgumentException("row " + i + " is not as long as the first");
            }
            for (int j = 0; j < us[0].length; j++) {
                if (!(Math.abs(us[i][j]) <= MOST) || !(Math.abs(cn[i][j]) <= MOST)) {
                    throw new IllegalArgumentException("no points in row " + i);
                }
            }
        }
    }

    /** Returns how many policies a role has. */
    public int policies(Side role) {
        return BySide.pick(role, us.length, us[0].length);
    }

    /** Returns what a role gets by each of its policies against a mixture of the other role. */
    public double[] payoffs(Side role, double[] against) {
        double[] payoffs = new double[policies(role)];
        for (int own = 0; own < payoffs.length; own++) {
            for (int other = 0; other < against.length; other++) {
                payoffs[own] += against[other] * payoff(role, own, other);
            }
        }
        return payoffs;
    }

    double payoff(Side role, int own, int other) {
        return BySide.pick(role, us, cn)[BySide.pick(role, own, other)][BySide.pick(role, other, own)];
    }

    /** Returns what a role gets by a mixture against one of the other role. */
    public double value(Side role, BySide<double[]> mixtures) {
        double[] payoffs = payoffs(role, mixtures.of(role.other()));
        double value = 0;
        for (int own = 0; own < payoffs.length; own++) {
            value += mixtures.of(role)[own] * payoffs[own];
        }
        return value;
    }

    /** Returns the regret of a role: how much more than its mixture the best of its policies would get against that of the other role. */
    public double regret(Side role, BySide<double[]> mixtures) {
        double best = Double.NEGATIVE_INFINITY;
        for (double payoff : payoffs(role, mixtures.of(role.other()))) {
            best = Math.max(best, payoff);
        }
        return Math.max(0, best - value(role, mixtures));
    }

    /**
     * Returns Nash equilibria, always in the same order and at least one. A policy that another one beats against everything is in none of them,
     * so it is left out first. If then neither role has more than eight, the list has all extreme equilibria: all there are, or, where they are
     * infinitely many, the corners of what they form. With more, it has those that the paths of Lemke and Howson (1964) lead to.
     */
    public List<Equilibrium> equilibria() {
        return Equilibrium.of(this);
    }
}
