package dev.truce.tournament;

import org.hipparchus.distribution.continuous.TDistribution;

/** Probabilities of Student's t. */
final class StudentT {
    private StudentT() {}

    /**
     * Returns the two-sided probability of a mean as far from 0 as this one, or farther, if the true one is 0.
     *
     * @param error standard error of the mean; when it is 0, nothing varies and the answer is 0 or 1
     * @param degrees degrees of freedom
     */
    static double twoSided(double mean, double error, double degrees) {
        if (!(error > 0) || !(degrees > 0)) {
            return mean == 0 ? 1 : 0;
        }
        return Math.min(1, 2 * new TDistribution(degrees).cumulativeProbability(-Math.abs(mean / error)));
    }
}
