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

    /** Most by which a bot may lead against the mixture, as a share of the largest lead. */
    private static final double ENOUGH = 1e-6;

    /** Added to leads from -1 to 1, so that the value of the game is above 0. */
    private static final double SHIFT = 2;

    /**
     * Solves the game.
     *
     * @param payoffs what bot i scores against bot j, mean over both seats
     * @throws IllegalStateException if rounding keeps the simplex method from the solution
     */
    public static RelativeGame of(double[][] payoffs) {
        int n = payoffs.length;
        double[][] lead = new double[n][n];
        double largest = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                lead[i][j] = payoffs[i][j] - payoffs[j][i];
                largest = Math.max(largest, lead[i][j]);
            }
        }
        double scale = largest == 0 ? 1 : largest;
        double[] mixture = mixture(lead, scale);
        double[] leads = new double[n];
        double value = Double.MAX_VALUE;
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                leads[j] += mixture[i] * lead[j][i];
            }
            value = Math.min(value, -leads[j]);
        }
        if (value < -ENOUGH * scale) {
            throw new IllegalStateException("a mixture that leads by " + value + " at least");
        }
        return new RelativeGame(mixture, value, leads);
    }

    /**
     * Returns who is played how often: maximises the sum of x so that no bot, shifted, gets more than 1 against x; mixture = x / sum.
     * As the game is symmetric, that is the mixture of either side. It is the side whose programme has x = 0 to begin with: where payoffs
     * tie, the search for a beginning may end at a point that is no solution, and the method does not say so.
     */
    private static double[] mixture(double[][] lead, double scale) {
        int n = lead.length;
        List<LinearConstraint> constraints = new ArrayList<>();
        double[] ones = new double[n];
        for (int j = 0; j < n; j++) {
            double[] against = new double[n];
            for (int i = 0; i < n; i++) {
                against[i] = lead[j][i] / scale + SHIFT;
            }
            constraints.add(new LinearConstraint(against, Relationship.LEQ, 1));
            ones[j] = 1;
        }
        double[] found = new SimplexSolver()
                .optimize(
                        new MaxIter(MAX_STEPS),
                        new LinearObjectiveFunction(ones, 0),
                        new LinearConstraintSet(constraints),
                        GoalType.MAXIMIZE,
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
        return mixture;
    }
}
