package dev.truce.engine.economy;

import static dev.truce.engine.economy.Region.CN;
import static dev.truce.engine.economy.Region.RW;
import static dev.truce.engine.economy.Region.US;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds in every quarter of every path, checked over long random paths with extreme rates. */
class EconomicLawsTest {
    private static final int QUARTERS = 200;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @FunctionalInterface
    interface Law {
        void check(Economy economy, QuarterPolicy policy);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyNumberIsFinite(long seed) {
        always(seed, (economy, policy) -> {
            EconomyState state = economy.save();
            for (int i = 0; i < state.size(); i++) {
                assertThat(state.at(i)).isFinite();
            }
            for (Region r : Region.values()) {
                assertThat(economy.realIncome(r)).isFinite();
                assertThat(economy.consumerPrices(r)).isFinite().isPositive();
                assertThat(economy.gap(r)).isFinite();
                assertThat(economy.wage(r)).isFinite().isPositive();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noFlowIsNegative(long seed) {
        always(seed, (economy, policy) -> {
            for (Region importer : Region.values()) {
                for (Region exporter : Region.values()) {
                    for (Sector s : Sector.values()) {
                        assertThat(economy.flow(importer, exporter, s))
                                .isFinite()
                                .isNotNegative();
                    }
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void goodsSoldAreGoodsBought(long seed) {
        always(seed, (economy, policy) -> {
            for (Region r : Region.values()) {
                for (Sector s : Sector.values()) {
                    double sold = economy.flow(US, r, s) + economy.flow(CN, r, s) + economy.flow(RW, r, s);
                    assertThat(economy.output(r, s)).isEqualTo(sold);
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void dutiesPaidAreDutiesReceived(long seed) {
        always(seed, (economy, policy) -> {
            double us = 0;
            double cn = 0;
            for (Sector s : Sector.values()) {
                us += economy.flow(US, CN, s) * policy.usDuty(s);
                cn += economy.flow(CN, US, s) * policy.cnDuty(s);
            }
            us += economy.goodsImports(US, RW) * policy.rowUs;
            cn += economy.goodsImports(CN, RW) * policy.rowCn;
            assertThat(economy.tariffRevenue(US)).isCloseTo(us, within(1e-12 * (1 + us)));
            assertThat(economy.tariffRevenue(CN)).isCloseTo(cn, within(1e-12 * (1 + cn)));
            assertThat(economy.tariffRevenue(RW)).isZero();
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theWorldWageBillIsTheUnitOfAccount(long seed) {
        always(seed, (economy, policy) -> {
            double bill = 0;
            double bill2024 = 0;
            for (Region r : Region.values()) {
                bill += economy.wage(r) * economy.baselineLabourIncome(r);
                bill2024 += economy.baselineLabourIncome(r);
            }
            assertThat(bill).isCloseTo(bill2024, within(1e-12 * bill2024));
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void incomesAndPricesStayBounded(long seed) {
        always(seed, (economy, policy) -> {
            for (Region r : Region.values()) {
                assertThat(economy.realIncome(r)).isBetween(-.5, .5);
                assertThat(economy.consumerPrices(r)).isBetween(.5, 2.0);
                assertThat(economy.wage(r)).isBetween(.5, 2.0);
            }
            assertThat(economy.reeAvailability()).isBetween(.12, 1.0);
            assertThat(economy.chipAvailability()).isBetween(.12, 1.0);
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aPolicyIsOnlyRead(long seed) {
        always(seed, (economy, policy) -> {
            double before = policy.usWedge() + policy.cnWedge();
            economy.step(policy);
            assertThat(policy.usWedge() + policy.cnWedge()).isEqualTo(before);
        });
    }

    private static void always(long seed, Law law) {
        Economy economy = new Economy();
        RandomPolicies policies = new RandomPolicies(seed);
        QuarterPolicy policy = new QuarterPolicy();
        for (int q = 0; q < QUARTERS; q++) {
            policies.next(policy);
            economy.step(policy);
            law.check(economy, policy);
        }
    }
}
