package dev.truce.engine.economy;

/**
 * How single markets answer policy. All three are off in the first ruleset; the numbers that a scenario gives are calibrated (see the
 * economy's documentation).
 *
 * @param soyaReroute part of the soya that China no longer buys from the US that third countries buy there instead, 0..1
 * @param soyaSupplySlope how much the cost of soya rises with its output, an elasticity: 0, 0.25 or 0.5, whose powers are nested
 *     square roots
 * @param chipQuota whether export control of chips cuts or raises what China buys from the US
 */
public record TradeResponses(double soyaReroute, double soyaSupplySlope, boolean chipQuota) {
    /** No market answers. */
    public static final TradeResponses NONE = new TradeResponses(0, 0, false);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a value is outside its range; the message names the field
     */
    public TradeResponses {
        Ranges.require("soyaReroute", soyaReroute, 0, 1);
        if (soyaSupplySlope != 0 && soyaSupplySlope != 0.25 && soyaSupplySlope != 0.5) {
            throw new IllegalArgumentException("soyaSupplySlope is " + soyaSupplySlope + "; it must be 0, 0.25 or 0.5");
        }
    }

    /** Returns whether a quarter needs the soya costs of the one before. */
    boolean remembersSoyaCost() {
        return soyaSupplySlope > 0;
    }

    /** Returns by what the cost of soya is multiplied when its output has risen to {@code ratio}. */
    double supply(double ratio) {
        double root = Math.sqrt(ratio);
        return soyaSupplySlope == 0.5 ? root : Math.sqrt(root);
    }
}
