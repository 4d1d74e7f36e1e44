package dev.truce.engine.economy;

import static dev.truce.engine.economy.Experiments.assertPrinted;
import static dev.truce.engine.economy.Experiments.realIncomeBp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartPathTest {
    @Test
    void eightIdleQuartersMoveOnlyTheChokepoints() {
        Economy economy = new Economy();
        new StartPath(8, List.of()).run(economy);
        EconomyState state = economy.save();
        assertPrinted("reeStock", state.reeStock(), .518, 3);
        assertPrinted("reeAlt", state.reeAlt(), .198, 3);
        assertPrinted("chipStock", state.chipStock(), .418, 3);
        assertPrinted("chipAlt", state.chipAlt(), .498, 3);
        assertThat(economy.goodsImports(Region.US, Region.CN))
                .isEqualTo(economy.baselineGoodsImports(Region.US, Region.CN));
        assertThat(state.wage(Region.CN)).isEqualTo(1);
    }

    @Test
    void theBusanStateMatchesThePrintedOne() {
        Economy economy = new Economy();
        StartPath.BUSAN_2025.run(economy);
        EconomyState state = economy.save();
        assertThat(state.reeStock()).isZero();
        assertPrinted("reeAlt", state.reeAlt(), .2605, 4);
        assertPrinted("chipStock", state.chipStock(), .23925, 5);
        assertPrinted("chipAlt", state.chipAlt(), .55, 2);
        assertPrinted("wage US", state.wage(Region.US), 1.0024170, 7);
        assertPrinted("wage CN", state.wage(Region.CN), 0.9921513, 7);
        assertPrinted("wage RW", state.wage(Region.RW), 1.0012172, 7);
        assertPrinted("US imports", economy.goodsImports(Region.US, Region.CN), 70.394, 3);
        assertPrinted("CN imports", economy.goodsImports(Region.CN, Region.US), 26.394, 3);
        assertPrinted("RI US", realIncomeBp(economy, Region.US), -6.46, 2);
        assertPrinted("RI CN", realIncomeBp(economy, Region.CN), -35.34, 2);
        assertPrinted("RI RW", realIncomeBp(economy, Region.RW), -1.71, 2);
    }

    @ParameterizedTest
    @CsvSource({"1, .983, 3", "2, .994, 3", "3, 1, 3"})
    void holdingTheTruceStillFindsTheRareEarthStockEmpty(int quarter, double m, int decimals) {
        assertPrinted("m", PolicyPath.HOLD_TRUCE.after(quarter).reeAvailability(), m, decimals);
    }

    @Test
    void theSharedStateIsTheEndOfThePath() {
        Economy economy = new Economy();
        StartPath.BUSAN_2025.run(economy);
        assertThat(StartPath.busan()).isEqualTo(economy.save());
    }

    @Test
    void anEmptyPathIsTheFreshState() {
        assertThat(new StartPath(0, List.of()).state(EconomyParameters.DEFAULT)).isEqualTo(EconomyState.fresh2024());
    }

    @Test
    void aNegativeNumberOfIdleQuartersIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StartPath(-1, List.of()))
                .withMessageContaining("idleQuarters");
    }
}
