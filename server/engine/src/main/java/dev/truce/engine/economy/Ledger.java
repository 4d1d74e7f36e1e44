package dev.truce.engine.economy;

/**
 * The arrays that the stages of a quarter read and write: what is carried over, and what is only valid within a quarter.
 *
 * <p>Layout as in {@link Baseline}: bilateral {@code [(importer * 3 + exporter) * 11 + sector]}, otherwise {@code [region *
 * 11 + sector]}. Money in bn dollars a quarter; prices, costs and wages with 2024 = 1. Allocated once per kernel.
 */
final class Ledger {
    // Carried from quarter to quarter.

    /** Sourcing weights b, bilateral. */
    final double[] weight = new double[9 * Sector.COUNT];
    /** Wages w, by region. */
    final double[] wage = new double[3];
    /** Composite prices P, importer by sector. */
    final double[] price = new double[3 * Sector.COUNT];
    /** Gross output R, region by sector. */
    final double[] output = new double[3 * Sector.COUNT];
    /** Tariff revenue T, by region. */
    final double[] revenue = new double[3];
    /** Unit costs of soya in the last quarter, before chokepoints, by region; 1 where nothing depends on them. */
    final double[] soyaCost = {1, 1, 1};
    /** How far China's money has fallen since 2024, a part of its value; 0 where there is no exchange rate. */
    double fallen;
    /** What of that US buyers do not see in prices yet, a part of the price; negative after a rise. */
    double unseen;
    /** Stock and substitutes of rare earths. */
    final Chokepoint rareEarths;
    /** Stock and substitutes of chips. */
    final Chokepoint chips;

    // Valid within a quarter, and as outputs until the next.

    /** Unit costs c, region by sector. */
    final double[] cost = new double[3 * Sector.COUNT];
    /** Fourth roots of this quarter's composite prices, V = P^(1/4), importer by sector. */
    final double[] rootPrice = new double[3 * Sector.COUNT];
    /** Expenditure shares lam, bilateral. */
    final double[] share = new double[9 * Sector.COUNT];
    /** Input-price rises that firms absorb in the quarter, z, by region. */
    final double[] squeeze = new double[3];
    /** Shares of final demand sh, region by sector. */
    final double[] demand = new double[3 * Sector.COUNT];
    /** Consumer prices CPI, by region. */
    final double[] consumerPrice = new double[3];
    /** Customs flows X, bilateral. */
    final double[] flow = new double[9 * Sector.COUNT];
    /** Real income RI, by region. */
    final double[] realIncome = new double[3];
    /** Demand over agreed wage bill minus 1, by region. */
    final double[] gap = new double[3];
    /** Soya that China would buy from the US without a directive, million tonnes; NaN if there is none. */
    double soyaMarket;

    private final boolean remembersSoyaCost;
    private final boolean hasExchangeRate;
    private final int size;

    Ledger(EconomyParameters parameters) {
        remembersSoyaCost = parameters.responses().remembersSoyaCost();
        hasExchangeRate = parameters.world().hasExchangeRate();
        size = EconomyState.size(remembersSoyaCost, hasExchangeRate);
        rareEarths = new Chokepoint(parameters.rareEarths());
        chips = new Chokepoint(parameters.chips());
    }

    void load(EconomyState state) {
        double[] from = state.values;
        int at = 0;
        at = take(from, at, weight);
        at = take(from, at, wage);
        at = take(from, at, price);
        at = take(from, at, output);
        at = take(from, at, revenue);
        rareEarths.set(from[at], from[at + 1]);
        chips.set(from[at + 2], from[at + 3]);
        at += EconomyState.CHOKEPOINTS;
        if (remembersSoyaCost) {
            if (!EconomyState.hasSoyaCost(from.length)) {
                throw new IllegalArgumentException("the state has no costs of soya, which this economy needs");
            }
            at = take(from, at, soyaCost);
        }
        if (hasExchangeRate) {
            if (from.length != size) {
                throw new IllegalArgumentException("the state has no exchange rate, which this economy needs");
            }
            fallen = from[at];
            unseen = from[at + 1];
        }
    }

    EconomyState save() {
        double[] to = new double[size];
        int at = 0;
        at = put(weight, to, at);
        at = put(wage, to, at);
        at = put(price, to, at);
        at = put(output, to, at);
        at = put(revenue, to, at);
        to[at] = rareEarths.stock();
        to[at + 1] = rareEarths.alternatives();
        to[at + 2] = chips.stock();
        to[at + 3] = chips.alternatives();
        at += EconomyState.CHOKEPOINTS;
        if (remembersSoyaCost) {
            at = put(soyaCost, to, at);
        }
        if (hasExchangeRate) {
            to[at] = fallen;
            to[at + 1] = unseen;
        }
        return new EconomyState(to);
    }

    private static int take(double[] from, int at, double[] into) {
        System.arraycopy(from, at, into, 0, into.length);
        return at + into.length;
    }

    private static int put(double[] from, double[] into, int at) {
        System.arraycopy(from, 0, into, at, from.length);
        return at + from.length;
    }
}
