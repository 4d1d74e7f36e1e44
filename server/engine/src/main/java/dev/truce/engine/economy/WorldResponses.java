package dev.truce.engine.economy;

/**
 * How the rest of the world answers US duties on Chinese goods. All of it is off in the first two rulesets.
 *
 * <p>The exchange rate: China's money falls when the mean US duty on its goods is more than {@code free} above that of 2024, by {@code
 * answer} for each point beyond, at most by {@code most}, and it goes {@code speed} of the way in a quarter. Wages then close the gap of
 * demand as ever, so in the long run the fall is undone in real terms. Sales to the US are priced in dollars: of a fall that is new, buyers
 * there see nothing, and of what they have not seen they see all but {@code dollarPricing} in each further quarter.
 *
 * <p>The split of the rest of the world: {@code connectors} are the part of it that finishes or forwards Chinese goods. Of the Chinese
 * goods that the US no longer buys they take that part, in place of goods of their own; the others buy as before.
 *
 * @param answer fall of the currency for each unit of duty, 0..2; with 0 there is no exchange rate, and the other four are 0
 * @param free rise of the mean duty that the currency does not answer, a rate, 0..1
 * @param most largest fall, 0..0.5
 * @param speed part of the way to the wanted fall in a quarter, 0..1
 * @param dollarPricing part of what US buyers have not seen of a fall that they do not see a quarter later either, 0..1
 * @param connectors part of the lost Chinese sales to the US that goes to third countries, 0..1
 */
public record WorldResponses(
        double answer, double free, double most, double speed, double dollarPricing, double connectors) {
    /** Fixed exchange rates, and one rest of the world. */
    public static final WorldResponses NONE = new WorldResponses(0, 0, 0, 0, 0, 0);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a value is outside its range; the message names the field
     */
    public WorldResponses {
        Ranges.require("answer", answer, 0, 2);
        Ranges.require("free", free, 0, answer > 0 ? 1 : 0);
        Ranges.require("most", most, 0, answer > 0 ? 0.5 : 0);
        Ranges.require("speed", speed, 0, answer > 0 ? 1 : 0);
        Ranges.require("dollarPricing", dollarPricing, 0, answer > 0 ? 1 : 0);
        Ranges.require("connectors", connectors, 0, 1);
    }

    /** Returns whether a quarter needs to know how far the currency has fallen. */
    boolean hasExchangeRate() {
        return answer > 0;
    }
}
