package dev.truce.engine.economy;

/** Stage 4: what consumers spend on each sector, consumer prices, and the Chinese soya directive. */
final class Demand {
    private static final int S = Sector.COUNT;
    private static final int CN_SOY = S + Sector.SOY.index();
    private static final int FROM_US = Baseline.pair(1, 0) + Sector.SOY.index();
    private static final int FROM_CN = Baseline.pair(1, 1) + Sector.SOY.index();
    private static final int FROM_RW = Baseline.pair(1, 2) + Sector.SOY.index();

    /** No directive lifts the US share of Chinese soya above this; the published model sets the cap, 2024 had 0.2. */
    private static final double MAX_US_SHARE = 0.6;

    private final Ledger ledger;
    private final Baseline base = Baseline.OF_2024;

    Demand(Ledger ledger) {
        this.ledger = ledger;
    }

    void step(QuarterPolicy policy) {
        for (int j = 0; j < 3; j++) {
            consume(j);
        }
        if (policy.soyMmt >= 0) {
            direct(policy);
        } else {
            ledger.soyaMarket = Double.NaN;
        }
    }

    private void consume(int j) {
        double[] demand = ledger.demand;
        int from = j * S;
        int end = from + S;
        double sum = 0.0;
        for (int n = from; n < end; n++) {
            double a = base.taste[n] / ledger.rootPrice[n];
            demand[n] = a;
            sum += a;
        }
        double inv = 1 / sum;
        for (int n = from; n < end; n++) {
            demand[n] *= inv;
        }
        ledger.consumerPrice[j] = (inv * inv) * (inv * inv);
    }

    /**
     * Replaces the US share of Chinese soya by the ordered one; the buyer pays the duty, and prices and habits stay.
     *
     * <p>Spending is that of the last quarter, so the order is met only approximately in a quarter of change.
     */
    private void direct(QuarterPolicy policy) {
        double[] share = ledger.share;
        double income = ledger.wage[1] * base.labourIncome[1] + ledger.revenue[1] + base.imbalance[1];
        double spent = ledger.demand[CN_SOY] * income + base.input[CN_SOY] * ledger.output[CN_SOY];
        double net = 1 / (1 + policy.cnDuty[Sector.SOY.index()]);
        double now = share[FROM_US];
        ledger.soyaMarket = now * spent * net / Economy2024.SOYA_PRICE;
        double want = Math.min(MAX_US_SHARE, policy.soyMmt * Economy2024.SOYA_PRICE / (net * spent));
        double rest = (1 - want) / (1 - now);
        share[FROM_US] = want;
        share[FROM_CN] *= rest;
        share[FROM_RW] *= rest;
    }
}
