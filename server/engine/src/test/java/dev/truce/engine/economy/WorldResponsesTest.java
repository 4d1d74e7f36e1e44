package dev.truce.engine.economy;

import static dev.truce.engine.economy.Experiments.realIncomeBp;
import static dev.truce.engine.economy.Region.CN;
import static dev.truce.engine.economy.Region.RW;
import static dev.truce.engine.economy.Region.US;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** An exchange rate that answers, and third countries that finish or forward what the US no longer buys. */
class WorldResponsesTest {
    static final WorldResponses ANSWERING = new WorldResponses(.9, .05, .1, .1, .85, .45);
    static final EconomyParameters OPEN = TradeResponsesTest.ANSWERING.withWorld(ANSWERING);

    private static QuarterPolicy war() {
        return new QuarterPolicy().layers(.162, 0, 0, .13);
    }

    private static Economy from2024(EconomyParameters parameters, QuarterPolicy policy, int quarters) {
        return Experiments.run(parameters, EconomyState.fresh2024(parameters), policy, quarters);
    }

    /** Prices of exports against prices of imports, goods with the weights of 2024, per cent. */
    private static double termsOfTrade(Economy economy, Region region) {
        double sold = 0;
        double soldThen = 0;
        double bought = 0;
        double boughtThen = 0;
        for (Region other : Region.values()) {
            for (Sector s : other == region ? new Sector[0] : Sector.values()) {
                if (s.isGoods()) {
                    double exports = economy.baselineFlow(other, region, s);
                    sold += exports * economy.borderPrice(other, region, s);
                    soldThen += exports;
                    double imports = economy.baselineFlow(region, other, s);
                    bought += imports * economy.borderPrice(region, other, s);
                    boughtThen += imports;
                }
            }
        }
        return 100 * (sold / soldThen / (bought / boughtThen) - 1);
    }

    /** China's exports of goods to third countries in the four quarters of 2025 against 2024, per cent. */
    private static double diversionIn2025(EconomyParameters parameters) {
        StartPath path = StartPath.BUSAN_2025;
        double sold = 0;
        for (int quarter = 1; quarter <= path.quarters().size(); quarter++) {
            Economy economy = new Economy(parameters);
            new StartPath(path.idleQuarters(), path.quarters().subList(0, quarter)).run(economy);
            sold += economy.goodsImports(RW, CN) / economy.baselineGoodsImports(RW, CN);
        }
        return 100 * (sold / path.quarters().size() - 1);
    }

    /** V20. In-sample: -2.5 to -7.5 % after the duties of 2018 and 2019, eight quarters. */
    @Test
    void chinasTermsOfTradeFallAfterTheWarOf2018() {
        assertThat(termsOfTrade(from2024(TradeResponsesTest.ANSWERING, war(), 8), CN))
                .isCloseTo(-.7, within(.05));
        assertThat(termsOfTrade(from2024(OPEN, war(), 8), CN))
                .isBetween(-7.5, -2.5)
                .isCloseTo(-2.56, within(.01));
    }

    /** V21. In-sample: China sold others 2 to 6 % more in 2025. */
    @Test
    void othersTakeChineseGoodsThatTheUsNoLongerBuys() {
        assertThat(diversionIn2025(TradeResponsesTest.ANSWERING)).isCloseTo(.4, within(.05));
        assertThat(diversionIn2025(OPEN)).isBetween(2.0, 6.0).isCloseTo(2.24, within(.01));
    }

    @Test
    void eachHalfWorksAlone() {
        EconomyParameters rate = TradeResponsesTest.ANSWERING.withWorld(new WorldResponses(.9, .05, .1, .1, .85, 0));
        EconomyParameters split = TradeResponsesTest.ANSWERING.withWorld(new WorldResponses(0, 0, 0, 0, 0, .45));
        assertThat(termsOfTrade(from2024(rate, war(), 8), CN))
                .isLessThan(termsOfTrade(from2024(TradeResponsesTest.ANSWERING, war(), 8), CN) - 1);
        assertThat(diversionIn2025(split)).isGreaterThan(diversionIn2025(TradeResponsesTest.ANSWERING) + 1);
        assertThat(new Economy(split).save().size()).isEqualTo(178);
    }

    @Test
    void withoutItNotABitMoves() {
        QuarterPolicy policy = PolicyPath.MUTUAL_WAR.policy();
        EconomyParameters none = TradeResponsesTest.ANSWERING.withWorld(WorldResponses.NONE);
        assertThat(from2024(none, policy, 12).save())
                .isEqualTo(from2024(TradeResponsesTest.ANSWERING, policy, 12).save());
        assertThat(none).isEqualTo(TradeResponsesTest.ANSWERING);
    }

    @Test
    void atRestNothingMoves() {
        Economy economy = new Economy(OPEN);
        for (int quarter = 0; quarter < 40; quarter++) {
            economy.step(new QuarterPolicy());
            for (Region region : Region.values()) {
                assertThat(economy.realIncome(region)).isCloseTo(0, within(1e-12));
                assertThat(economy.gap(region)).isCloseTo(0, within(1e-12));
            }
        }
    }

    /** The signs that theory gives: the money falls with the duty and never rises above 2024, and buyers gain by it. */
    @Test
    void theMoneyFallsWithTheDutyAndNoFurtherThanAllowed() {
        double last = 0;
        for (int points = 0; points <= 200; points += 10) {
            Economy economy = from2024(OPEN, new QuarterPolicy().layers(points / 100.0, 0, 0, 0), 12);
            double fallen = fallen(economy);
            assertThat(fallen).as(points + " points").isBetween(last, ANSWERING.most());
            last = fallen;
        }
        assertThat(last).isGreaterThan(.07);
        assertThat(fallen(from2024(OPEN, new QuarterPolicy().layers(.04, 0, 0, 0), 12)))
                .isZero();
        assertThat(fallen(from2024(OPEN, new QuarterPolicy().layers(0, 0, 0, .5), 12)))
                .isZero();
    }

    @Test
    void aDutyThatGoesLetsTheMoneyRiseAgain() {
        Economy economy = from2024(OPEN, war(), 12);
        double low = fallen(economy);
        for (int quarter = 0; quarter < 60; quarter++) {
            economy.step(new QuarterPolicy());
        }
        assertThat(fallen(economy)).isLessThan(low / 100);
        assertThat(realIncomeBp(economy, CN)).isCloseTo(0, within(1.0));
        assertThat(realIncomeBp(economy, US)).isCloseTo(0, within(1.0));
    }

    @Test
    void inTheLongRunAFallIsUndoneInRealTerms() {
        QuarterPolicy policy = new QuarterPolicy().layers(.30, 0, 0, 0);
        Economy open = from2024(OPEN, policy, Experiments.LONG_RUN);
        Economy closed = from2024(TradeResponsesTest.ANSWERING, policy, Experiments.LONG_RUN);
        assertThat(open.gap(CN)).isCloseTo(0, within(1e-6));
        assertThat(Experiments.usImportsChange(open)).isCloseTo(Experiments.usImportsChange(closed), within(2.0));
    }

    @Test
    void whateverIsDoneStaysInItsRange() {
        boolean unseen = false;
        for (long seed = 1; seed <= 50; seed++) {
            RandomPolicies random = new RandomPolicies(seed);
            QuarterPolicy policy = new QuarterPolicy();
            Economy economy = new Economy(OPEN);
            for (int quarter = 0; quarter < 64; quarter++) {
                random.next(policy);
                economy.step(policy);
                EconomyState state = economy.save();
                for (int i = 0; i < state.size(); i++) {
                    assertThat(state.at(i)).isFinite().isGreaterThanOrEqualTo(state.least(i));
                }
                unseen |= state.at(state.size() - 1) < 0;
                assertThat(state.at(state.size() - 2)).isBetween(0.0, ANSWERING.most());
                assertThat(Math.abs(state.at(state.size() - 1))).isLessThanOrEqualTo(ANSWERING.most());
                for (Region region : List.of(US, CN, RW)) {
                    assertThat(economy.realIncome(region)).isFinite();
                }
            }
        }
        assertThat(unseen).as("buyers have a rise of the currency still to see").isTrue();
    }

    @Test
    void aStateRemembersTheExchangeRate() {
        Economy economy = from2024(OPEN, war(), 3);
        EconomyState saved = economy.save();
        assertThat(saved.size()).isEqualTo(180);
        double[] flat = new double[saved.size()];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = saved.at(i);
        }
        Economy restored = new Economy(OPEN);
        restored.load(EconomyState.of(flat));
        restored.step(war());
        economy.step(war());
        assertThat(restored.save()).isEqualTo(economy.save());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> restored.load(EconomyState.fresh2024(TradeResponsesTest.ANSWERING)))
                .withMessageContaining("exchange rate");
        flat[178] = 1.5;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EconomyState.of(flat))
                .withMessageContaining("178");
    }

    @Test
    void numbersWithoutMeaningAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorldResponses(0, .05, 0, 0, 0, 0))
                .withMessageContaining("free");
        assertThatIllegalArgumentException().isThrownBy(() -> new WorldResponses(2.1, 0, 0, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new WorldResponses(1, 0, .6, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new WorldResponses(0, 0, 0, 0, 0, 1.1));
    }

    private static double fallen(Economy economy) {
        EconomyState state = economy.save();
        return state.at(state.size() - 2);
    }
}
