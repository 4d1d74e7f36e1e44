package dev.truce.engine.economy;

/**
 * Stage 6: real incomes of the quarter and the wages of the next.
 *
 * <p>Workers are paid the agreed wage; half of a shortfall of demand is lost at once; firms absorb input-price rises for the
 * quarter; wages then close half of the gap in logs. The world wage bill is the unit of account.
 */
final class Incomes {
    private static final int S = Sector.COUNT;
    private static final int CN = 1;

    /** Part of a demand shortfall that is lost in the quarter; the agreed wage bill is paid for the rest. */
    private static final double SHORTFALL_LOST = 0.5;

    private final Ledger ledger;
    private final Baseline base = Baseline.OF_2024;
    private final double[] labour = new double[3 * S];

    Incomes(Ledger ledger) {
        this.ledger = ledger;
        for (int n = 0; n < labour.length; n++) {
            labour[n] = 1 - base.input[n];
        }
    }

    void step() {
        double[] wage = ledger.wage;
        double total = 0.0;
        double total2024 = 0.0;
        for (int i = 0; i < 3; i++) {
            double valueAdded = 0.0;
            for (int n = i * S; n < i * S + S; n++) {
                valueAdded += labour[n] * ledger.output[n];
            }
            double bill = wage[i] * base.labourIncome[i];
            double ratio = valueAdded / bill;
            double income = bill
                    + SHORTFALL_LOST * Math.min(0, valueAdded - bill)
                    + ledger.revenue[i]
                    + base.imbalance[i]
                    - ledger.squeeze[i];
            ledger.realIncome[i] = income / ledger.consumerPrice[i] / base.income[i] - 1;
            ledger.gap[i] = ratio - 1;
            wage[i] *= Math.sqrt(ratio);
            // At the exchange rates of 2024, so that the unit of account does not move with a currency.
            double priced = wage[i];
            if (i == CN) {
                priced /= 1 - ledger.fallen;
            }
            total += priced * base.labourIncome[i];
            total2024 += base.labourIncome[i];
        }
        double unit = total2024 / total;
        for (int i = 0; i < 3; i++) {
            wage[i] *= unit;
        }
    }
}
