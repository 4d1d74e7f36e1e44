package dev.truce.tournament.stats;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;

/**
 * The game of choosing a bot in which only the lead counts: i against j gets what i scores more than j. It is symmetric and zero-sum,
 * so its Nash mixture is found by a linear programme, the maximin (von Neumann 1928); as a way to rate bots that is Nash averaging
 * (Balduzzi and others 2018), here without their choice of the mixture of largest entropy. It is not an equilibrium of
 * the trade war itself, in which both sides can gain.
 *
 * @param mixture probability of each bot, summing to 1
 * @param value the least lead of the mixture against any bot; 0 up to rounding
 * @param leads lead of each bot against the mixture
 */
public record RelativeGame(double[] mixture, double value, double[] leads) {
    private static final int MAX_STEPS = 100_000;

    /**
     * Solves the game.
     *
     * @param payoffs what bot i scores against bot j, mean over both seats
     */
    public static RelativeGame of(double[][] payoffs) {
        int n = payoffs.length;
        double[][] lead = new double[n][n];
        double least = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                lead[i][j] = payoffs[i][j] - payoffs[j][i];
                least = Math.min(least, lead[i][j]);
            }
        }
        // All leads shifted above 0, so that the value is too: minimise the sum of y with (shifted)^T y >= 1; mixture =
        // y / sum.
        double shift = 1 - least;
        List<LinearConstraint> constraints = new ArrayList<>();
        double[] ones = new double[n];
        for (int j = 0; j < n; j++) {
            double[] against = new double[n];
            for (int i = 0; i < n; i++) {
                against[i] = lead[i][j] + shift;
            }
            constraints.add(new LinearConstraint(against, Relationship.GEQ, 1));
            ones[j] = 1;
        }
        double[] found = new SimplexSolver()
                .optimize(
                        new MaxIter(MAX_STEPS),
                        new LinearObjectiveFunction(ones, 0),
                        new LinearConstraintSet(constraints),
                        GoalType.MINIMIZE,
                        new NonNegativeConstraint(true))
                .getPoint();
        double sum = 0;
        for (double weight : found) {
            sum += Math.max(0, weight);
        }
        double[] mixture = new double[n];
        for (int i = 0; i < n; i++) {
            mixture[i] = Math.max(0, found[i]) / sum;
        }
        double[] leads = new double[n];
        double value = Double.MAX_VALUE;
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                leads[j] += mixture[i] * lead[j][i];
            }
            value = Math.min(value, -leads[j]);
        }
        return new RelativeGame(mixture, value, leads);
    }
}
