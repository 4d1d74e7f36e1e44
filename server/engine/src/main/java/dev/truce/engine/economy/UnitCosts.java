package dev.truce.engine.economy;

import java.util.List;

/** Stage 2: unit costs from wages, lagged prices of own-sector inputs, and missing chokepoint inputs. */
final class UnitCosts {
    private static final int S = Sector.COUNT;
    private static final int US = 0;
    private static final int CN = S;

    private final Ledger ledger;
    private final double[] input = Baseline.OF_2024.input;
    private final double[] labour = new double[3 * S];
    private final double[] rareEarthWeight;
    private final double[] chipWeight;
    private final TradeResponses responses;

    UnitCosts(Ledger ledger, EconomyParameters parameters) {
        this.ledger = ledger;
        for (int i = 0; i < labour.length; i++) {
            labour[i] = 1 - input[i];
        }
        rareEarthWeight = array(parameters.rareEarthWeights());
        chipWeight = array(parameters.chipWeights());
        responses = parameters.responses();
    }

    /**
     * Sets the costs of the quarter. Labour and inputs are combined with elasticity 1/2: the square of a sum of roots.
     *
     * @param rareEarthPressure g of rare earths, from {@link Chokepoint#step}
     * @param chipPressure g of chips
     */
    void step(double rareEarthPressure, double chipPressure) {
        double[] cost = ledger.cost;
        double[] price = ledger.price;
        for (int i = 0; i < 3; i++) {
            double rootWage = Math.sqrt(ledger.wage[i]);
            int end = i * S + S;
            for (int n = i * S; n < end; n++) {
                double u = labour[n] * rootWage + input[n] * Math.sqrt(price[n]);
                cost[n] = u * u;
            }
        }
        if (responses.remembersSoyaCost()) {
            supplySoya(cost);
        }
        squeeze(cost, US, rareEarthWeight, rareEarthPressure);
        squeeze(cost, CN, chipWeight, chipPressure);
    }

    /** Soya gets dearer where more of it was grown, against its cost then. */
    private void supplySoya(double[] cost) {
        for (int i = 0; i < 3; i++) {
            int n = i * S + Sector.SOY.index();
            cost[n] *= responses.supply(ledger.output[n] / Baseline.OF_2024.output[n] / ledger.soyaCost[i]);
            ledger.soyaCost[i] = cost[n];
        }
    }

    private static void squeeze(double[] cost, int region, double[] weight, double pressure) {
        if (pressure <= 0) {
            return;
        }
        for (int s = 0; s < S; s++) {
            if (weight[s] > 0) {
                cost[region + s] *= Sourcing.fourthRoot(1 + weight[s] * pressure);
            }
        }
    }

    private static double[] array(List<Double> values) {
        double[] array = new double[S];
        for (int s = 0; s < S; s++) {
            array[s] = values.get(s);
        }
        return array;
    }
}
