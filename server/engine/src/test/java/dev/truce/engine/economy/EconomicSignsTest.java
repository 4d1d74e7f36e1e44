package dev.truce.engine.economy;

import static dev.truce.engine.economy.Region.CN;
import static dev.truce.engine.economy.Region.RW;
import static dev.truce.engine.economy.Region.US;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each duty, control and purchase moves prices and flows in the stated direction, and stays bounded at extreme rates.
 *
 * <p>Every comparison is with holding the truce from Busan, after 1, 4 and 12 quarters. Public trade-war models fail here.
 */
class EconomicSignsTest {
    private static final List<Integer> QUARTERS = List.of(1, 4, 12);

    /** From a nuisance to the largest rate that a policy accepts. */
    private static final double[] LADDER = {0, .05, .25, 1, 5, 25, 60};

    @FunctionalInterface
    interface Comparison {
        void check(Economy truce, Economy changed);
    }

    @ParameterizedTest
    @EnumSource(
            value = Sector.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SVC"})
    void aUsDutyCutsImportsOfItsSectorAndRaisesItsPrice(Sector s) {
        compare(policy -> policy.addUsDuty(s, .25), (truce, changed) -> {
            assertThat(changed.flow(US, CN, s)).isLessThan(truce.flow(US, CN, s));
            assertThat(changed.flow(US, CN, s) / changed.flow(US, RW, s))
                    .isLessThan(truce.flow(US, CN, s) / truce.flow(US, RW, s));
            assertThat(changed.price(US, s)).isGreaterThan(truce.price(US, s));
            assertThat(changed.wage(CN)).isLessThan(truce.wage(CN));
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Sector.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SVC", "SOY"})
    void aChineseDutyCutsImportsOfItsSectorAndRaisesItsPrice(Sector s) {
        compare(policy -> policy.addCnDuty(s, .25), (truce, changed) -> {
            assertThat(changed.flow(CN, US, s)).isLessThan(truce.flow(CN, US, s));
            assertThat(changed.flow(CN, US, s) / changed.flow(CN, RW, s))
                    .isLessThan(truce.flow(CN, US, s) / truce.flow(CN, RW, s));
            assertThat(changed.price(CN, s)).isGreaterThan(truce.price(CN, s));
            assertThat(changed.wage(US)).isLessThan(truce.wage(US));
        });
    }

    /** In the first quarter sources are complements (elasticity .75), so third parties gain only later. */
    @ParameterizedTest
    @EnumSource(
            value = Sector.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SVC", "SOY"})
    void inTimeADutyDivertsTradeToThirdParties(Sector s) {
        compare(
                policy -> policy.addUsDuty(s, .25),
                (truce, changed) -> assertThat(changed.flow(US, RW, s)).isGreaterThan(truce.flow(US, RW, s)),
                4,
                12);
        compare(
                policy -> policy.addCnDuty(s, .25),
                (truce, changed) -> assertThat(changed.flow(CN, RW, s)).isGreaterThan(truce.flow(CN, RW, s)),
                4,
                12);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, .5, 3, 9})
    void aChineseSoyaDutyCutsTheMarketVolumeWhateverIsOrdered(double ordered) {
        compare(
                policy -> policy.soy(ordered).addCnDuty(Sector.SOY, .25),
                policy -> policy.soy(ordered),
                (base, changed) -> {
                    assertThat(changed.soyMarketMmt()).isLessThan(base.soyMarketMmt());
                    assertThat(changed.price(CN, Sector.SOY)).isGreaterThan(base.price(CN, Sector.SOY));
                });
    }

    @ParameterizedTest
    @ValueSource(doubles = {.004, .019, .3, 1})
    void portCostsCutImportsWithoutRevenue(double rate) {
        compare(policy -> policy.ice(rate, 0), (truce, changed) -> {
            assertThat(changed.goodsImports(US, CN)).isLessThan(truce.goodsImports(US, CN));
            assertThat(changed.tariffRevenue(US)).isLessThan(truce.tariffRevenue(US));
            assertThat(changed.consumerPrices(US)).isGreaterThan(truce.consumerPrices(US));
        });
        compare(policy -> policy.ice(0, rate), (truce, changed) -> {
            assertThat(goodsWithoutSoya(changed)).isLessThan(goodsWithoutSoya(truce));
            assertThat(changed.tariffRevenue(CN)).isLessThan(truce.tariffRevenue(CN));
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, .05, .45, .7})
    void withheldRareEarthsRaiseUsCostsOnly(double ree) {
        compare(
                policy -> policy.ree(ree),
                (truce, changed) -> {
                    assertThat(changed.reeAvailability()).isLessThan(truce.reeAvailability());
                    for (Sector s : List.of(Sector.VEH, Sector.ELC, Sector.SEM, Sector.MCH)) {
                        assertThat(changed.unitCost(US, s)).isGreaterThan(truce.unitCost(US, s));
                    }
                    assertThat(changed.realIncome(US)).isLessThan(truce.realIncome(US));
                },
                1,
                2);
        compare(
                policy -> policy.ree(ree),
                (truce, changed) ->
                        assertThat(changed.unitCost(CN, Sector.VEH)).isEqualTo(truce.unitCost(CN, Sector.VEH)),
                1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, .10, .20})
    void withheldChipsRaiseChineseCostsOnceStocksAreUsedUp(double chip) {
        compare(
                policy -> policy.chip(chip),
                (truce, changed) -> {
                    assertThat(changed.chipAvailability()).isLessThan(truce.chipAvailability());
                    for (Sector s : List.of(Sector.SEM, Sector.ELC, Sector.VEH, Sector.MCH, Sector.SVC)) {
                        assertThat(changed.unitCost(CN, s)).isGreaterThan(truce.unitCost(CN, s));
                    }
                    assertThat(changed.realIncome(CN)).isLessThan(truce.realIncome(CN));
                },
                2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {.01, .5, 3, 6.25, 9, 12})
    void aLargerSoyaOrderMovesTradeAndNotPrices(double ordered) {
        compare(
                policy -> policy.soy(ordered),
                policy -> policy.soy(ordered * .9),
                (less, more) -> {
                    // The first argument of compare is the changed path; here it orders more.
                    assertThat(more.soyMmt()).isGreaterThan(less.soyMmt());
                    assertThat(more.output(US, Sector.SOY)).isGreaterThan(less.output(US, Sector.SOY));
                    assertThat(more.flow(CN, RW, Sector.SOY)).isLessThan(less.flow(CN, RW, Sector.SOY));
                },
                1,
                4,
                12);
        compare(
                policy -> policy.soy(ordered),
                policy -> policy.soy(-1),
                (market, order) -> {
                    for (Sector s : Sector.values()) {
                        assertThat(order.price(CN, s)).isEqualTo(market.price(CN, s));
                    }
                },
                1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 12})
    void importsFallSteadilyUpToTheLargestRate(int quarters) {
        double us = Double.MAX_VALUE;
        double cn = Double.MAX_VALUE;
        for (double rate : LADDER) {
            Economy economy = run(policy -> policy.soy(-1).layers(rate, 0, 1, rate), quarters);
            assertThat(economy.goodsImports(US, CN)).isBetween(0.0, us);
            assertThat(economy.goodsImports(CN, US)).isBetween(0.0, cn);
            us = economy.goodsImports(US, CN);
            cn = economy.goodsImports(CN, US);
            for (Region r : Region.values()) {
                assertThat(economy.realIncome(r)).isBetween(-.05, .01);
                assertThat(economy.consumerPrices(r)).isBetween(.95, 1.05);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {.1, 1, 10})
    void aDutyOnThirdPartiesCutsTheirGoodsAndYieldsRevenue(double rate) {
        compare(policy -> policy.row(rate, 0), (truce, changed) -> {
            assertThat(changed.goodsImports(US, RW)).isLessThan(truce.goodsImports(US, RW));
            assertThat(changed.goodsImports(US, CN)).isGreaterThan(truce.goodsImports(US, CN));
            assertThat(changed.tariffRevenue(US)).isGreaterThan(truce.tariffRevenue(US));
        });
    }

    private static double goodsWithoutSoya(Economy e) {
        return e.goodsImports(CN, US) - e.flow(CN, US, Sector.SOY);
    }

    private static void compare(UnaryOperator<QuarterPolicy> change, Comparison law, int... quarters) {
        compare(change, UnaryOperator.identity(), law, quarters);
    }

    private static void compare(
            UnaryOperator<QuarterPolicy> change, UnaryOperator<QuarterPolicy> base, Comparison law, int... quarters) {
        int[] when = quarters.length > 0
                ? quarters
                : QUARTERS.stream().mapToInt(q -> q).toArray();
        for (int q : when) {
            law.check(run(base, q), run(change, q));
        }
    }

    private static Economy run(UnaryOperator<QuarterPolicy> change, int quarters) {
        QuarterPolicy truce =
                new QuarterPolicy().layers(.10, .10, 1, .10).soy(6.25).ree(.85).chip(.75);
        return Experiments.run(StartPath.busan(), change.apply(truce), quarters);
    }
}
