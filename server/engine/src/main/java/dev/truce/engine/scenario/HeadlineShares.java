package dev.truce.engine.scenario;

/**
 * How many points of the displayed US tariff a point of each of its two layers counts. A duty with exemptions counts less than one.
 *
 * @param fentanyl of the fentanyl tariff
 * @param reciprocal of the reciprocal tariff
 */
public record HeadlineShares(double fentanyl, double reciprocal) {
    /** Both in full. */
    public static final HeadlineShares FULL = new HeadlineShares(1, 1);
}
