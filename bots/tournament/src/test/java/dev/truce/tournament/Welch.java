package dev.truce.tournament;

import org.hipparchus.distribution.continuous.TDistribution;

/**
 * A mean over a fixed set of opponents, each met on seeds of its own. The opponents are no sample, so only the spread within each of
 * them counts as chance.
 *
 * @param mean mean of the opponents' means
 * @param error its standard error
 * @param degrees degrees of freedom by Satterthwaite; 0 if nothing varies
 */
record Welch(double mean, double error, double degrees) {
    /** Returns the mean of values by opponent, at least two of each and as many of each. */
    static Welch of(double[]... values) {
        double mean = 0;
        double sum = 0;
        double squares = 0;
        for (double[] own : values) {
            double ownMean = PoolMatches.mean(own);
            double variance = 0;
            for (double value : own) {
                variance += (value - ownMean) * (value - ownMean) / (own.length - 1);
            }
            mean += ownMean / values.length;
            double part = variance / own.length / values.length / values.length;
            sum += part;
            squares += part * part / (own.length - 1);
        }
        return new Welch(mean, Math.sqrt(sum), squares > 0 ? sum * sum / squares : 0);
    }

    /** Returns the two-sided probability of a mean this far from 0, or farther, if the true one is 0. */
    double chance() {
        if (!(error > 0) || !(degrees > 0)) {
            return mean == 0 ? 1 : 0;
        }
        return Math.min(1, 2 * new TDistribution(degrees).cumulativeProbability(-Math.abs(mean / error)));
    }
}
