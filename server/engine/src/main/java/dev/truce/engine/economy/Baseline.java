package dev.truce.engine.economy;

import static dev.truce.engine.economy.Economy2024.CN_DUTY;
import static dev.truce.engine.economy.Economy2024.GDP;
import static dev.truce.engine.economy.Economy2024.INPUT_SHARE;
import static dev.truce.engine.economy.Economy2024.TRADE;
import static dev.truce.engine.economy.Economy2024.US_DUTY;

/**
 * The quarterly constants that follow from {@link Economy2024}: shares, outputs, incomes and imbalances of 2024.
 *
 * <p>Money is bn dollars per quarter. Arrays are flat: {@code [region * 11 + sector]}, or {@code [(importer * 3 + exporter)
 * * 11 + sector]} for anything bilateral. They are written here once and must never be written again, which is why the
 * class stays inside the package. The order of every sum is part of the model: another order gives other bits.
 */
final class Baseline {
    /** The only instance; immutable by discipline, so that all kernels may share it. */
    static final Baseline OF_2024 = new Baseline();

    private static final int S = Sector.COUNT;
    private static final int SVC = Sector.GOODS;

    /** Own inputs are at most this part of a sector's own sales, so that final demand keeps at least a fifth. */
    private static final double INPUT_CAP = 0.8;

    /** Customs flows X0, bilateral. */
    final double[] flow = new double[9 * S];
    /** Tariff-inclusive expenditure shares lam0, bilateral. */
    final double[] share = new double[9 * S];
    /** Own-sector input shares after the cap, mu. */
    final double[] input = new double[3 * S];
    /** Gross output R0. */
    final double[] output = new double[3 * S];
    /** Shares of final demand, alpha. */
    final double[] taste = new double[3 * S];
    /** Labour income L0 = value added = GDP / 4, by region. */
    final double[] labourIncome = new double[3];
    /** Tariff revenue T0, by region. */
    final double[] revenue = new double[3];
    /** Final demand I0, by region. */
    final double[] income = new double[3];
    /** Imbalance D0 = I0 - L0 - T0, constant for ever and zero in sum, by region. */
    final double[] imbalance = new double[3];

    private Baseline() {
        for (int j = 0; j < 3; j++) {
            for (int i = 0; i < 3; i++) {
                for (int s = 0; s < S; s++) {
                    flow[pair(j, i) + s] = TRADE[j][s][i] / 4;
                }
            }
        }
        for (int i = 0; i < 3; i++) {
            solveHomeServices(i);
        }
        double[] spending = spending();
        for (int i = 0; i < 3; i++) {
            closeAccounts(i, spending);
        }
    }

    /**
     * Where the sectors of a pair of regions start in a bilateral array.
     *
     * @param importer region index 0..2
     * @param exporter region index 0..2
     * @return the offset
     */
    static int pair(int importer, int exporter) {
        return (importer * 3 + exporter) * S;
    }

    /**
     * The duty collected in 2024.
     *
     * @param importer region index 0..2
     * @param exporter region index 0..2
     * @param s sector index 0..10
     * @return the rate; 0 for all pairs but US and China
     */
    static double duty(int importer, int exporter, int s) {
        if (importer == 0 && exporter == 1) {
            return US_DUTY[s];
        }
        if (importer == 1 && exporter == 0) {
            return CN_DUTY[s];
        }
        return 0;
    }

    private void solveHomeServices(int i) {
        double valueAdded = 0.0;
        for (int s = 0; s < SVC; s++) {
            double sales = 0.0;
            for (int j = 0; j < 3; j++) {
                sales += flow[pair(j, i) + s];
            }
            double bought = 0.0;
            for (int k = 0; k < 3; k++) {
                bought += flow[pair(i, k) + s] * (1 + duty(i, k, s));
            }
            double mu = Math.min(INPUT_SHARE[s], INPUT_CAP * bought / sales);
            input[i * S + s] = mu;
            valueAdded += (1 - mu) * sales;
        }
        double mu = INPUT_SHARE[SVC];
        input[i * S + SVC] = mu;
        double sold = 0.0;
        for (int j = 0; j < 3; j++) {
            if (j != i) {
                sold += flow[pair(j, i) + SVC];
            }
        }
        flow[pair(i, i) + SVC] = (GDP[i] / 4 - valueAdded) / (1 - mu) - sold;
    }

    private double[] spending() {
        double[] spending = new double[3 * S];
        for (int j = 0; j < 3; j++) {
            for (int s = 0; s < S; s++) {
                double bought = 0.0;
                double sold = 0.0;
                for (int i = 0; i < 3; i++) {
                    bought += flow[pair(j, i) + s] * (1 + duty(j, i, s));
                    sold += flow[pair(i, j) + s];
                }
                spending[j * S + s] = bought;
                output[j * S + s] = sold;
                for (int i = 0; i < 3; i++) {
                    share[pair(j, i) + s] = flow[pair(j, i) + s] * (1 + duty(j, i, s)) / bought;
                }
            }
        }
        return spending;
    }

    private void closeAccounts(int i, double[] spending) {
        labourIncome[i] = GDP[i] / 4;
        double total = 0.0;
        double duties = 0.0;
        for (int s = 0; s < S; s++) {
            int is = i * S + s;
            taste[is] = spending[is] - input[is] * output[is];
            total += taste[is];
            for (int k = 0; k < 3; k++) {
                duties += flow[pair(i, k) + s] * duty(i, k, s);
            }
        }
        for (int s = 0; s < S; s++) {
            taste[i * S + s] /= total;
        }
        income[i] = total;
        revenue[i] = duties;
        imbalance[i] = total - labourIncome[i] - duties;
    }
}
