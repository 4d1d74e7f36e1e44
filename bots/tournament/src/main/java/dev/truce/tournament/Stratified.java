package dev.truce.tournament;

import org.hipparchus.distribution.continuous.TDistribution;

/**
 * A mean over a fixed set of opponents, each met on seeds of its own: the opponents are no sample, so only the spread within
 * each of them counts as chance. The interval is Welch's.
 *
 * @param mean mean of the opponents' means
 * @param error its standard error
 * @param degrees degrees of freedom by Satterthwaite; 0 if nothing varies
 */
record Stratified(double mean, double error, double degrees) {
    private static final double CONFIDENCE = .975;

    /**
     * Returns the mean of values by opponent.
     *
     * @param values for each opponent its values, at least two and as many for each
     * @throws IllegalArgumentException if there are fewer
     */
    static Stratified of(double[][] values) {
        double mean = 0;
        double sum = 0;
        double squares = 0;
        for (double[] own : values) {
            if (own.length < 2) {
                throw new IllegalArgumentException(own.length + " values of one opponent, expected at least 2");
            }
            double ownMean = 0;
            for (double value : own) {
                ownMean += value / own.length;
            }
            double variance = 0;
            for (double value : own) {
                variance += (value - ownMean) * (value - ownMean) / (own.length - 1);
            }
            mean += ownMean / values.length;
            double part = variance / own.length / values.length / values.length;
            sum += part;
            squares += part * part / (own.length - 1);
        }
        return new Stratified(mean, Math.sqrt(sum), squares > 0 ? sum * sum / squares : 0);
    }

    /** Returns the 95 % interval. */
    Interval interval() {
        double half = degrees > 0 ? error * new TDistribution(degrees).inverseCumulativeProbability(CONFIDENCE) : 0;
        return new Interval(mean, mean - half, mean + half, error);
    }

    /** Returns the two-sided probability of a mean this far from 0 or farther if the true one is 0. */
    double chance() {
        return StudentT.twoSided(mean, error, degrees);
    }
}
