package dev.truce.engine.economy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The knobs of the economy that a scenario may turn; the other elasticities and the 2024 tables are structure and stay fixed.
 *
 * @param delta part of the way that sourcing weights move to their target in a quarter, 0.01..1
 * @param rareEarths the US need for Chinese rare earths
 * @param chips the Chinese need for US chips and tools
 * @param rareEarthWeights weight of rare earths in US unit costs by sector, 11 values of 0..0.1
 * @param chipWeights weight of chips in Chinese unit costs by sector, 11 values of 0..0.1
 * @param sigma elasticity between foreign sources by sector in the long run, 11 values of 2, 3 or 5, whose powers are products and
 *     nested square roots
 * @param responses how single markets answer policy
 * @param world how the rest of the world answers US duties on Chinese goods
 */
public record EconomyParameters(
        double delta,
        ChokepointParameters rareEarths,
        ChokepointParameters chips,
        List<Double> rareEarthWeights,
        List<Double> chipWeights,
        List<Integer> sigma,
        TradeResponses responses,
        WorldResponses world) {

    /** The calibrated values from which all published figures of this model follow. */
    public static final EconomyParameters DEFAULT = new EconomyParameters(
            0.25,
            ChokepointParameters.RARE_EARTHS,
            ChokepointParameters.CHIPS,
            listOf(Economy2024.RARE_EARTH_WEIGHT),
            listOf(Economy2024.CHIP_WEIGHT),
            Arrays.stream(Economy2024.SIGMA).boxed().toList(),
            TradeResponses.NONE,
            WorldResponses.NONE);

    /** Largest weight; ten times the largest calibrated one, beyond which a cut multiplies costs without meaning. */
    private static final double MAX_WEIGHT = 0.1;

    /**
     * Checks the ranges and copies the lists.
     *
     * @throws IllegalArgumentException if a value is outside its range or a list has not 11 values; the message names the
     *     field
     */
    public EconomyParameters {
        Ranges.require("delta", delta, 0.01, 1);
        rareEarthWeights = weights("rareEarthWeights", rareEarthWeights);
        chipWeights = weights("chipWeights", chipWeights);
        sigma = elasticities(sigma);
    }

    /**
     * Replaces the sourcing speed.
     *
     * @param value see {@link #delta()}
     * @return a copy with it
     */
    public EconomyParameters withDelta(double value) {
        return new EconomyParameters(value, rareEarths, chips, rareEarthWeights, chipWeights, sigma, responses, world);
    }

    /**
     * Replaces the behaviour of the rare-earth chokepoint.
     *
     * @param value see {@link #rareEarths()}
     * @return a copy with it
     */
    public EconomyParameters withRareEarths(ChokepointParameters value) {
        return new EconomyParameters(delta, value, chips, rareEarthWeights, chipWeights, sigma, responses, world);
    }

    /**
     * Replaces the behaviour of the chip chokepoint.
     *
     * @param value see {@link #chips()}
     * @return a copy with it
     */
    public EconomyParameters withChips(ChokepointParameters value) {
        return new EconomyParameters(delta, rareEarths, value, rareEarthWeights, chipWeights, sigma, responses, world);
    }

    /**
     * Replaces the cost weights of the two chokepoint inputs.
     *
     * @param rareEarth see {@link #rareEarthWeights()}
     * @param chip see {@link #chipWeights()}
     * @return a copy with them
     */
    public EconomyParameters withWeights(List<Double> rareEarth, List<Double> chip) {
        return new EconomyParameters(delta, rareEarths, chips, rareEarth, chip, sigma, responses, world);
    }

    /**
     * Replaces the elasticities between foreign sources.
     *
     * @param value see {@link #sigma()}
     * @return a copy with them
     */
    public EconomyParameters withSigma(List<Integer> value) {
        return new EconomyParameters(delta, rareEarths, chips, rareEarthWeights, chipWeights, value, responses, world);
    }

    /**
     * Replaces how single markets answer policy.
     *
     * @param value see {@link #responses()}
     * @return a copy with it
     */
    public EconomyParameters withResponses(TradeResponses value) {
        return new EconomyParameters(delta, rareEarths, chips, rareEarthWeights, chipWeights, sigma, value, world);
    }

    /**
     * Replaces how the rest of the world answers US duties on Chinese goods.
     *
     * @param value see {@link #world()}
     * @return a copy with it
     */
    public EconomyParameters withWorld(WorldResponses value) {
        return new EconomyParameters(delta, rareEarths, chips, rareEarthWeights, chipWeights, sigma, responses, value);
    }

    private static List<Integer> elasticities(List<Integer> values) {
        if (values.size() != Sector.COUNT) {
            throw new IllegalArgumentException("sigma has " + values.size() + " values; it must have one for each of "
                    + Sector.COUNT + " sectors");
        }
        for (Sector s : Sector.values()) {
            int value = values.get(s.index());
            if (value != 2 && value != 3 && value != 5) {
                throw new IllegalArgumentException("sigma[" + s + "] is " + value + "; it must be 2, 3 or 5");
            }
        }
        return List.copyOf(values);
    }

    private static List<Double> weights(String field, List<Double> values) {
        if (values.size() != Sector.COUNT) {
            throw new IllegalArgumentException(field + " has " + values.size()
                    + " values; it must have one for each of " + Sector.COUNT + " sectors");
        }
        for (Sector s : Sector.values()) {
            Ranges.require(field + "[" + s + "]", values.get(s.index()), 0, MAX_WEIGHT);
        }
        return List.copyOf(values);
    }

    private static List<Double> listOf(double[] values) {
        List<Double> list = new ArrayList<>(values.length);
        for (double value : values) {
            list.add(value);
        }
        return list;
    }
}
