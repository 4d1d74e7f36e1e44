package dev.truce.engine.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Runs a constant policy from a state, and compares with figures as they are printed. */
final class Experiments {
    /** Quarters after which the published tables call a path long run. */
    static final int LONG_RUN = 124;

    private Experiments() {}

    /** A fresh kernel that has held the policy for some quarters, at least one. */
    static Economy run(EconomyState from, QuarterPolicy policy, int quarters) {
        return run(EconomyParameters.DEFAULT, from, policy, quarters);
    }

    /** The same with other parameters. */
    static Economy run(EconomyParameters parameters, EconomyState from, QuarterPolicy policy, int quarters) {
        Economy economy = new Economy(parameters);
        economy.load(from);
        for (int q = 0; q < quarters; q++) {
            economy.step(policy);
        }
        return economy;
    }

    static Economy from2024(QuarterPolicy policy, int quarters) {
        return run(EconomyState.fresh2024(), policy, quarters);
    }

    /** US goods imports from China, change on the quarter of 2024 in percent. */
    static double usImportsChange(Economy e) {
        return 100 * (e.goodsImports(Region.US, Region.CN) / e.baselineGoodsImports(Region.US, Region.CN) - 1);
    }

    /** Chinese goods imports from the US, change on the quarter of 2024 in percent. */
    static double cnImportsChange(Economy e) {
        return 100 * (e.goodsImports(Region.CN, Region.US) / e.baselineGoodsImports(Region.CN, Region.US) - 1);
    }

    static double realIncomeBp(Economy e, Region r) {
        return 1e4 * e.realIncome(r);
    }

    /**
     * Asserts that a value rounds to a figure printed with so many decimals.
     *
     * <p>Five printed figures were rounded twice (27.99473 to 27.995 to 28.00), so the tolerance is .555 of the last digit
     * and not a half.
     */
    static void assertPrinted(String what, double actual, double printed, int decimals) {
        assertThat(actual).as(what).isCloseTo(printed, within(.555 * Math.pow(10, -decimals)));
    }
}
