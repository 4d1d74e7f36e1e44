package dev.truce.engine.economy;

import java.util.Arrays;

/**
 * What one quarter hands to the next: sourcing weights, wages, prices, outputs, revenue and the chokepoint stocks.
 *
 * <p>Immutable. Two states are equal when all their bits are, so a state can be hashed, compared after a replay, and stored.
 * The flat order is fixed: weights b [importer][exporter][sector], wages w [region], composite prices P [importer][sector],
 * gross output R [region][sector], tariff revenue T [region], then stock and substitutes of rare earths, and of chips. Where
 * {@link TradeResponses} make costs of soya depend on the quarter before, those three costs [region] follow; where {@link WorldResponses}
 * have an exchange rate, how far China's money has fallen, and what of that US buyers have not seen.
 */
public final class EconomyState {
    static final int SIZE = 175;
    static final int SIZE_WITH_SOYA_COST = SIZE + 3;
    /** Values of the two chokepoints. */
    static final int CHOKEPOINTS = 4;

    private static final int EXCHANGE_RATE = 2;

    private static final int WAGE = 9 * Sector.COUNT;
    private static final int PRICE = WAGE + 3;
    private static final int OUTPUT = PRICE + 3 * Sector.COUNT;
    private static final int REVENUE = OUTPUT + 3 * Sector.COUNT;
    private static final int STOCKS = REVENUE + 3;

    /** Never written after construction. */
    final double[] values;

    EconomyState(double[] values) {
        this.values = values;
    }

    static int size(boolean soyaCost, boolean exchangeRate) {
        return (soyaCost ? SIZE_WITH_SOYA_COST : SIZE) + (exchangeRate ? EXCHANGE_RATE : 0);
    }

    static boolean hasSoyaCost(int size) {
        return size == size(true, false) || size == size(true, true);
    }

    private static boolean hasExchangeRate(int size) {
        return size == size(false, true) || size == size(true, true);
    }

    /**
     * The economy of 2024 at rest, with the calibrated stocks.
     *
     * @return the state before the first quarter
     */
    public static EconomyState fresh2024() {
        return fresh2024(EconomyParameters.DEFAULT);
    }

    /**
     * The economy of 2024 at rest.
     *
     * @param parameters gives the stocks at the start
     * @return the state before the first quarter
     */
    public static EconomyState fresh2024(EconomyParameters parameters) {
        Ledger ledger = new Ledger(parameters);
        Baseline base = Baseline.OF_2024;
        System.arraycopy(base.share, 0, ledger.weight, 0, base.share.length);
        Arrays.fill(ledger.wage, 1.0);
        Arrays.fill(ledger.price, 1.0);
        System.arraycopy(base.output, 0, ledger.output, 0, base.output.length);
        System.arraycopy(base.revenue, 0, ledger.revenue, 0, base.revenue.length);
        ledger.rareEarths.set(
                parameters.rareEarths().stock(), parameters.rareEarths().alternatives());
        ledger.chips.set(parameters.chips().stock(), parameters.chips().alternatives());
        return ledger.save();
    }

    /**
     * Restores a state from its flat values, for example from a stored snapshot.
     *
     * @param values 175 or 178 numbers in canonical order, and 2 more with an exchange rate, finite; revenue and stocks at least 0, the
     *     fall of a currency 0..1, what is unseen of it -1..1, all others above 0; copied
     * @return the state
     * @throws IllegalArgumentException if the count is wrong or a number is out of range; the message names its index
     */
    public static EconomyState of(double[] values) {
        boolean exchangeRate = hasExchangeRate(values.length);
        if (values.length != SIZE && values.length != SIZE_WITH_SOYA_COST && !exchangeRate) {
            throw new IllegalArgumentException("values has " + values.length + " numbers; it must have " + SIZE + " or "
                    + SIZE_WITH_SOYA_COST + ", and " + EXCHANGE_RATE + " more with an exchange rate");
        }
        int levels = values.length - (exchangeRate ? EXCHANGE_RATE : 0);
        for (int i = levels; i < values.length; i++) {
            Ranges.require("values[" + i + "]", values[i], least(i, values.length), 1);
        }
        for (int i = 0; i < levels; i++) {
            // Weights, wages, prices, outputs and costs are divisors somewhere; a zero would turn into NaN within a
            // quarter.
            double min = i < REVENUE || i >= SIZE ? Double.MIN_VALUE : 0;
            Ranges.require("values[" + i + "]", values[i], min, Double.MAX_VALUE);
        }
        return new EconomyState(values.clone());
    }

    /**
     * The number of flat values.
     *
     * @return 175, or 178 with the costs of soya, and 2 more with an exchange rate
     */
    public int size() {
        return values.length;
    }

    /**
     * One flat value in canonical order.
     *
     * @param i index, from 0
     * @return the value
     * @throws ArrayIndexOutOfBoundsException if i is outside
     */
    public double at(int i) {
        return values[i];
    }

    /**
     * The least that a flat value may be: 0 but for what buyers have not seen of a change of the currency, which is below 0 while it rises.
     *
     * @param i index, from 0
     * @return 0 or -1
     */
    public double least(int i) {
        return least(i, values.length);
    }

    private static double least(int i, int size) {
        return hasExchangeRate(size) && i == size - 1 ? -1 : 0;
    }

    /**
     * The wage.
     *
     * @param r the region
     * @return level, 2024 = 1
     */
    public double wage(Region r) {
        return values[WAGE + r.index()];
    }

    /**
     * The tariff revenue of the last quarter.
     *
     * @param r the region
     * @return bn dollars a quarter
     */
    public double tariffRevenue(Region r) {
        return values[REVENUE + r.index()];
    }

    /**
     * Gross output of the last quarter, nominal.
     *
     * @param r the region
     * @param s the sector
     * @return bn dollars a quarter
     */
    public double output(Region r, Sector s) {
        return values[OUTPUT + r.index() * Sector.COUNT + s.index()];
    }

    /**
     * Composite price of a sector to its buyers.
     *
     * @param r the importer
     * @param s the sector
     * @return level, 2024 = 1
     */
    public double price(Region r, Sector s) {
        return values[PRICE + r.index() * Sector.COUNT + s.index()];
    }

    /**
     * Rare earths that the US has stored.
     *
     * @return fraction of a quarter's need
     */
    public double reeStock() {
        return values[STOCKS];
    }

    /**
     * Rare earths that the US gets from elsewhere.
     *
     * @return fraction of the need
     */
    public double reeAlt() {
        return values[STOCKS + 1];
    }

    /**
     * Chips and tools that China has stored.
     *
     * @return fraction of a quarter's need
     */
    public double chipStock() {
        return values[STOCKS + 2];
    }

    /**
     * Chips and tools that China gets from elsewhere.
     *
     * @return fraction of the need
     */
    public double chipAlt() {
        return values[STOCKS + 3];
    }

    /**
     * The same state with other substitutes for the two chokepoint inputs, as an event outside the economy leaves them.
     *
     * @param reeAlt see {@link #reeAlt()}, at least 0
     * @param chipAlt see {@link #chipAlt()}, at least 0
     * @return a copy with them
     * @throws IllegalArgumentException if one is negative or not finite
     */
    public EconomyState withSubstitutes(double reeAlt, double chipAlt) {
        Ranges.require("reeAlt", reeAlt, 0, Double.MAX_VALUE);
        Ranges.require("chipAlt", chipAlt, 0, Double.MAX_VALUE);
        double[] copy = values.clone();
        copy[STOCKS + 1] = reeAlt;
        copy[STOCKS + 3] = chipAlt;
        return new EconomyState(copy);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EconomyState that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "EconomyState[wage=" + wage(Region.US) + "/" + wage(Region.CN) + "/" + wage(Region.RW) + ", reeStock="
                + reeStock() + ", reeAlt=" + reeAlt() + ", chipStock=" + chipStock() + ", chipAlt=" + chipAlt() + "]";
    }
}
