package dev.truce.engine.economy;

/**
 * How a chokepoint input behaves: how far its buyer depends on the other side, what is stored, how fast substitutes grow.
 *
 * <p>All values are fractions of one quarter's need. The defaults are calibrated so that a rare-earth cut hurts at once and
 * fades within two years.
 *
 * @param dependence part of the need that the other side covers when it sells freely, 0..1
 * @param stock stock at the start of 2024, 0..{@code stockCap}
 * @param alternatives part covered by other sources at the start of 2024, 0..{@code alternativesCap}
 * @param stockCap largest stock, 0..100
 * @param stockGain most that is added to the stock in a quarter, 0..100
 * @param alternativesCap most that other sources can ever cover, 0..2
 * @param learning growth of alternatives in every quarter, 0..1
 * @param learningPerCut further growth for a full cut, in proportion to the cut, 0..1
 * @param floor availability that even a full cut leaves (recycling, leakage), above 0 because costs grow with its inverse
 *     fourth power, 0.01..1
 */
public record ChokepointParameters(
        double dependence,
        double stock,
        double alternatives,
        double stockCap,
        double stockGain,
        double alternativesCap,
        double learning,
        double learningPerCut,
        double floor) {

    /** Chinese rare earths that the US needs. */
    public static final ChokepointParameters RARE_EARTHS =
            new ChokepointParameters(0.85, 0.35, 0.15, 0.8, 0.10, 0.9, 0.006, 0.035, 0.12);

    /** US chips and chip tools that China needs. */
    public static final ChokepointParameters CHIPS =
            new ChokepointParameters(0.55, 0.25, 0.45, 0.6, 0.08, 0.95, 0.006, 0.035, 0.12);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a value is outside its range; the message names the field
     */
    public ChokepointParameters {
        Ranges.require("dependence", dependence, 0, 1);
        Ranges.require("stockCap", stockCap, 0, 100);
        Ranges.require("stock", stock, 0, stockCap);
        Ranges.require("stockGain", stockGain, 0, 100);
        Ranges.require("alternativesCap", alternativesCap, 0, 2);
        Ranges.require("alternatives", alternatives, 0, alternativesCap);
        Ranges.require("learning", learning, 0, 1);
        Ranges.require("learningPerCut", learningPerCut, 0, 1);
        Ranges.require("floor", floor, 0.01, 1);
    }
}
