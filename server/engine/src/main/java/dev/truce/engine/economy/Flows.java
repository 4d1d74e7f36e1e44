package dev.truce.engine.economy;

/** Stage 5: customs flows, tariff revenue and gross output, in two sweeps so that incomes see this quarter's revenue. */
final class Flows {
    private static final int S = Sector.COUNT;
    private static final int SVC = Sector.GOODS;

    private final Ledger ledger;
    private final Baseline base = Baseline.OF_2024;
    private final double[] input = base.input;
    private final double[] netUs = new double[S];
    private final double[] netCn = new double[S];

    Flows(Ledger ledger) {
        this.ledger = ledger;
    }

    void step(QuarterPolicy policy) {
        for (int s = 0; s < S; s++) {
            netUs[s] = 1 / (1 + policy.usDuty[s]);
            netCn[s] = 1 / (1 + policy.cnDuty[s]);
        }
        sweep(policy);
        sweep(policy);
    }

    private void sweep(QuarterPolicy policy) {
        double[] share = ledger.share;
        double[] demand = ledger.demand;
        double[] output = ledger.output;
        double[] x = ledger.flow;
        double incomeUs = income(0);
        double incomeCn = income(1);
        double incomeRw = income(2);
        double revenueUs = 0.0;
        double revenueCn = 0.0;
        for (int s = 0; s < S; s++) {
            double us = demand[s] * incomeUs + input[s] * output[s];
            double cn = demand[S + s] * incomeCn + input[S + s] * output[S + s];
            double rw = demand[2 * S + s] * incomeRw + input[2 * S + s] * output[2 * S + s];
            double usUs = share[s] * us;
            double usCn = share[S + s] * us * netUs[s];
            double usRw = share[2 * S + s] * us;
            double cnUs = share[3 * S + s] * cn * netCn[s];
            double cnCn = share[4 * S + s] * cn;
            double cnRw = share[5 * S + s] * cn;
            double rwUs = share[6 * S + s] * rw;
            double rwCn = share[7 * S + s] * rw;
            double rwRw = share[8 * S + s] * rw;
            revenueUs += usCn * policy.usDuty[s];
            revenueCn += cnUs * policy.cnDuty[s];
            if (s < SVC) {
                // Used by validation experiments only. A duty that nobody received would make money vanish.
                if (policy.rowUs != 0) {
                    usRw /= 1 + policy.rowUs;
                    revenueUs += usRw * policy.rowUs;
                }
                if (policy.rowCn != 0) {
                    cnRw /= 1 + policy.rowCn;
                    revenueCn += cnRw * policy.rowCn;
                }
            }
            x[s] = usUs;
            x[S + s] = usCn;
            x[2 * S + s] = usRw;
            x[3 * S + s] = cnUs;
            x[4 * S + s] = cnCn;
            x[5 * S + s] = cnRw;
            x[6 * S + s] = rwUs;
            x[7 * S + s] = rwCn;
            x[8 * S + s] = rwRw;
            output[s] = usUs + cnUs + rwUs;
            output[S + s] = usCn + cnCn + rwCn;
            output[2 * S + s] = usRw + cnRw + rwRw;
        }
        ledger.revenue[0] = revenueUs;
        ledger.revenue[1] = revenueCn;
        ledger.revenue[2] = 0.0;
    }

    private double income(int i) {
        return ledger.wage[i] * base.labourIncome[i] + ledger.revenue[i] + base.imbalance[i];
    }
}
