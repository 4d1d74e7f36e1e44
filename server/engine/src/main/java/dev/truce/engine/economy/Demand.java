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

    private static final int RW_SOY = 2 * S + Sector.SOY.index();
    private static final int RW_FROM_US = Baseline.pair(2, 0) + Sector.SOY.index();
    private static final int RW_FROM_RW = Baseline.pair(2, 2) + Sector.SOY.index();
    private static final int CHIPS_FROM_US = Baseline.pair(1, 0) + Sector.SEM.index();
    private static final int CHIPS_FROM_CN = Baseline.pair(1, 1) + Sector.SEM.index();
    private static final int CHIPS_FROM_RW = Baseline.pair(1, 2) + Sector.SEM.index();

    private static final int US_FROM_CN = Baseline.pair(0, 1);
    private static final int RW_FROM_CN = Baseline.pair(2, 1);
    private static final int RW_AT_HOME = Baseline.pair(2, 2);

    /** Third countries change at most this part of what they buy from the US or from each other. */
    private static final double MAX_REROUTED = 0.5;

    /** Availability of chips at the truce of 2025: what China bought then is the measure of a quota. */
    private static final double CHIPS_AT_BUSAN = 0.75;

    private static final double MAX_QUOTA = 4.0 / 3;

    private final Ledger ledger;
    private final TradeResponses responses;
    private final double connectors;
    private final Baseline base = Baseline.OF_2024;

    Demand(Ledger ledger, EconomyParameters parameters) {
        this.ledger = ledger;
        this.responses = parameters.responses();
        this.connectors = parameters.world().connectors();
    }

    void step(QuarterPolicy policy) {
        if (responses.chipQuota()) {
            ration(policy);
        }
        for (int j = 0; j < 3; j++) {
            consume(j);
        }
        if (connectors > 0) {
            connect(policy);
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
        double spent = spending(1, CN_SOY);
        double net = 1 / (1 + policy.cnDuty[Sector.SOY.index()]);
        double now = share[FROM_US];
        ledger.soyaMarket = now * spent * net / Economy2024.SOYA_PRICE;
        double want = Math.min(MAX_US_SHARE, policy.soyMmt * Economy2024.SOYA_PRICE / (net * spent));
        double rest = (1 - want) / (1 - now);
        share[FROM_US] = want;
        share[FROM_CN] *= rest;
        share[FROM_RW] *= rest;
        if (responses.soyaReroute() > 0) {
            reroute((now - want) * spent * net);
        }
    }

    /** Third countries buy from the US a part of what China no longer buys there, and less from each other; or the reverse. */
    private void reroute(double gone) {
        double[] share = ledger.share;
        double moved = responses.soyaReroute() * gone / spending(2, RW_SOY);
        moved = Math.max(-MAX_REROUTED * share[RW_FROM_US], Math.min(MAX_REROUTED * share[RW_FROM_RW], moved));
        share[RW_FROM_US] += moved;
        share[RW_FROM_RW] -= moved;
    }

    /**
     * Third countries take a part of the Chinese goods that the US no longer buys, and less from each other; or the reverse. Soya, which China
     * hardly sells, stays out.
     */
    private void connect(QuarterPolicy policy) {
        double[] share = ledger.share;
        double incomeUs = income(0);
        double incomeRw = income(2);
        for (int s = Sector.SOY.index() + 1; s < Sector.GOODS; s++) {
            int lostAt = US_FROM_CN + s;
            int rw = 2 * S + s;
            double net = 1 + policy.usDuty[s];
            double spentUs = ledger.demand[s] * incomeUs + base.input[s] * ledger.output[s];
            double spentRw = ledger.demand[rw] * incomeRw + base.input[rw] * ledger.output[rw];
            // One division in place of two: the loop is a large part of what a quarter costs.
            double moved = connectors * (base.flow[lostAt] * net - share[lostAt] * spentUs) / (net * spentRw);
            moved = Math.max(
                    -MAX_REROUTED * share[RW_FROM_CN + s], Math.min(MAX_REROUTED * share[RW_AT_HOME + s], moved));
            share[RW_FROM_CN + s] += moved;
            share[RW_AT_HOME + s] -= moved;
        }
    }

    /** Export control sets how much of its chips China buys from the US; without control there is no quota. */
    private void ration(QuarterPolicy policy) {
        double quota;
        if (policy.openChips >= 0) {
            quota = Math.min(MAX_QUOTA, policy.openChips / CHIPS_AT_BUSAN);
        } else if (policy.chip < 1) {
            quota = Math.min(1, policy.chip / CHIPS_AT_BUSAN);
        } else {
            return;
        }
        double[] share = ledger.share;
        double now = share[CHIPS_FROM_US];
        double want = now * quota;
        double rest = (1 - want) / (1 - now);
        share[CHIPS_FROM_US] = want;
        share[CHIPS_FROM_CN] *= rest;
        share[CHIPS_FROM_RW] *= rest;
    }

    /** What a region spends on a sector, by its income and output of the last quarter. */
    private double spending(int region, int sector) {
        return ledger.demand[sector] * income(region) + base.input[sector] * ledger.output[sector];
    }

    private double income(int region) {
        return ledger.wage[region] * base.labourIncome[region] + ledger.revenue[region] + base.imbalance[region];
    }
}
