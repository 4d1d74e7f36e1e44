package dev.truce.rulebook.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.economy.Trade2024;
import dev.truce.engine.forecast.TradeCurve;
import dev.truce.engine.round.Rules;
import dev.truce.scenario.Scenarios;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The curve of trade against the displayed tariff agrees with the economy's own table (economy, section 7). */
class TradeCurveTest {
    private final List<TradeCurve.Point> curve = TradeCurve.of(Rules.of(Scenarios.busan2025()));

    @Test
    void tradeFallsWithTheTariffAndIsNeverBlocked() {
        assertThat(curve).hasSizeGreaterThan(5);
        for (int i = 1; i < curve.size(); i++) {
            assertThat(curve.get(i).tariffBasisPoints())
                    .isGreaterThan(curve.get(i - 1).tariffBasisPoints());
            assertThat(curve.get(i).usFromCnUsdMillions())
                    .isLessThan(curve.get(i - 1).usFromCnUsdMillions());
        }
        assertThat(curve.get(curve.size() - 1).usFromCnUsdMillions()).isPositive();
    }

    @Test
    void aboutNineTenthsIsTradedBelowTheNormalLineAndTwoThirdsUnderTheTruce() {
        assertThat(usShare(2_700)).isCloseTo(92, Offset.offset(1.0));
        assertThat(usShare(4_700)).isCloseTo(65, Offset.offset(1.0));
    }

    private double usShare(int tariff) {
        for (TradeCurve.Point point : curve) {
            if (point.tariffBasisPoints() == tariff) {
                return point.usFromCnUsdMillions() / 10.0 / Trade2024.usFromCn();
            }
        }
        throw new AssertionError("no point at " + tariff + " in " + curve);
    }
}
