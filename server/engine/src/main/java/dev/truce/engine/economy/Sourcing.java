package dev.truce.engine.economy;

import java.util.Arrays;

/**
 * Stage 3: where buyers buy. Long-run shares set a target, weights move part of the way, shares follow within the quarter.
 *
 * <p>Long run: CES over foreign sources (elasticity sigma of 2, 3 or 5), then home against the foreign bundle (1.5). Within
 * the quarter the elasticity between sources is 0.75. All powers are products and nested square roots; the order of every
 * operation is that of the published model and decides the bits.
 */
final class Sourcing {
    private static final int S = Sector.COUNT;
    private static final int SVC = Sector.GOODS;

    private final Ledger ledger;
    private final double delta;
    private final int[] sigma = new int[S];
    private final double[] share = Baseline.OF_2024.share;
    private final double[] input = Baseline.OF_2024.input;

    /** Second and fourth roots of unit costs, of this quarter. */
    private final double[] root = new double[3 * S];

    private final double[] fourthRoot = new double[3 * S];

    /** Price factors of the partner's goods and their fourth roots, of one importer. */
    private final double[] factor = new double[S];

    private final double[] factorRoot = new double[S];

    Sourcing(Ledger ledger, EconomyParameters parameters) {
        this.ledger = ledger;
        this.delta = parameters.delta();
        for (int s = 0; s < S; s++) {
            sigma[s] = parameters.sigma().get(s);
        }
        Arrays.fill(factor, 1.0);
        Arrays.fill(factorRoot, 1.0);
    }

    static double fourthRoot(double x) {
        return Math.sqrt(Math.sqrt(x));
    }

    void step(QuarterPolicy policy) {
        double[] cost = ledger.cost;
        for (int n = 0; n < 3 * S; n++) {
            double h = Math.sqrt(cost[n]);
            root[n] = h;
            fourthRoot[n] = Math.sqrt(h);
        }
        duties(policy.usDuty, Economy2024.US_DUTY, (1 + policy.iceUs) / (1 - ledger.unseen));
        importer(0, 1, 2, policy.rowUs);
        duties(policy.cnDuty, Economy2024.CN_DUTY, 1 + policy.iceCn);
        importer(1, 0, 2, policy.rowCn);
        for (int s = 0; s < SVC; s++) {
            factor[s] = 1.0;
            factorRoot[s] = 1.0;
        }
        importer(2, 0, 1, 0.0);
    }

    private void duties(double[] duty, double[] duty2024, double kept) {
        for (int s = 0; s < SVC; s++) {
            double f = (1 + duty[s]) / (1 + duty2024[s]) * kept;
            factor[s] = f;
            factorRoot[s] = fourthRoot(f);
        }
    }

    /** Prices, weights and shares of importer j, whose foreign sources are f1 < f2. */
    private void importer(int j, int f1, int f2, double rowDuty) {
        double[] cost = ledger.cost;
        double[] weight = ledger.weight;
        double[] shares = ledger.share;
        int home = j * S;
        int first = f1 * S;
        int second = f2 * S;
        int atHome = Baseline.pair(j, j);
        int atFirst = Baseline.pair(j, f1);
        int atSecond = Baseline.pair(j, f2);
        double squeeze = 0.0;
        for (int s = 0; s < S; s++) {
            // 1. Prices at the border: pass-through of duties is complete within the quarter.
            double p1 = cost[first + s] * factor[s];
            double r1 = fourthRoot[first + s] * factorRoot[s];
            double p2 = cost[second + s];
            double r2 = fourthRoot[second + s];
            double rh = fourthRoot[home + s];
            if (rowDuty != 0 && s < SVC) {
                p2 *= 1 + rowDuty;
                r2 *= fourthRoot(1 + rowDuty);
            }
            // 2. The foreign bundle.
            double l1 = share[atFirst + s];
            double l2 = share[atSecond + s];
            double lf = l1 + l2;
            double n1;
            double n2;
            double nf;
            double sf;
            switch (sigma[s]) {
                case 2 -> {
                    n1 = l1 / p1;
                    n2 = l2 / p2;
                    nf = n1 + n2;
                    sf = Math.sqrt(lf / nf);
                }
                case 3 -> {
                    n1 = l1 / (p1 * p1);
                    n2 = l2 / (p2 * p2);
                    nf = n1 + n2;
                    sf = fourthRoot(lf / nf);
                }
                default -> {
                    double a1 = p1 * p1;
                    double a2 = p2 * p2;
                    n1 = l1 / (a1 * a1);
                    n2 = l2 / (a2 * a2);
                    nf = n1 + n2;
                    sf = Math.sqrt(fourthRoot(lf / nf));
                }
            }
            // 3. Home against the bundle; q * q is the long-run price.
            double ah = share[atHome + s] / root[home + s];
            double af = lf / sf;
            double q = 1 / (ah + af);
            double qp = Math.sqrt(q);
            double lsf = af * q;
            double kf = lsf / nf * qp;
            // 4. Weights move part of the way to the target that returns the long-run shares at rest.
            double bh = weight[atHome + s];
            double b1 = weight[atFirst + s];
            double b2 = weight[atSecond + s];
            bh += delta * (ah * q * qp / rh - bh);
            b1 += delta * (kf * n1 / r1 - b1);
            b2 += delta * (kf * n2 / r2 - b2);
            weight[atHome + s] = bh;
            weight[atFirst + s] = b1;
            weight[atSecond + s] = b2;
            // 5. Short-run price and shares.
            double vh = bh * rh;
            double v1 = b1 * r1;
            double v2 = b2 * r2;
            double v = vh + v1 + v2;
            double iv = 1 / v;
            double price = (v * v) * (v * v);
            // 6. What the price rise of inputs costs firms before they can pass it on.
            squeeze += input[home + s] * ledger.output[home + s] * (price / ledger.price[home + s] - 1);
            ledger.price[home + s] = price;
            ledger.rootPrice[home + s] = v;
            shares[atHome + s] = vh * iv;
            shares[atFirst + s] = v1 * iv;
            shares[atSecond + s] = v2 * iv;
        }
        ledger.squeeze[j] = squeeze;
    }
}
