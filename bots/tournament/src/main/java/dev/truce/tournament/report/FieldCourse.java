package dev.truce.tournament.report;

import dev.truce.tournament.stats.Evolution;
import dev.truce.tournament.stats.PayoffMatrix;
import dev.truce.tournament.stats.Scores;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How a large field of all bots would change by replicator dynamics from equal shares.
 *
 * @param steps numbers of steps, rising, from 0 to the end of the dynamics
 * @param shares shares of the bots after so many steps, by the indices of the plan
 */
public record FieldCourse(int[] steps, double[][] shares) {
    /** Steps that tables show. */
    static final List<Integer> MILESTONES = List.of(10, 100, 1000, Evolution.STEPS);

    /** Nothing, where payoffs are not known for all. */
    static final FieldCourse NONE = new FieldCourse(new int[0], new double[0][]);

    /**
     * Returns the course for what bots scored.
     *
     * @throws IllegalArgumentException if some did not meet
     */
    static FieldCourse of(Scores scores) {
        SortedSet<Integer> after = new TreeSet<>(MILESTONES);
        // Much happens at the beginning, so steps grow with time: by an eighth, and at least by one.
        for (int step = 0; step < Evolution.STEPS; step += Math.max(1, step / 8)) {
            after.add(step);
        }
        int[] steps = after.stream().mapToInt(Integer::intValue).toArray();
        return new FieldCourse(steps, Evolution.course(PayoffMatrix.of(scores).both(), steps));
    }

    /** Returns whether there is none. */
    boolean isEmpty() {
        return steps.length == 0;
    }

    /** Returns the shares after the last of the steps that is at most a number. */
    double[] at(int most) {
        double[] last = shares[0];
        for (int i = 0; i < steps.length && steps[i] <= most; i++) {
            last = shares[i];
        }
        return last;
    }

    /** Returns the greatest share that a bot ever has. */
    double peak(int bot) {
        double peak = 0;
        for (double[] share : shares) {
            peak = Math.max(peak, share[bot]);
        }
        return peak;
    }
}
