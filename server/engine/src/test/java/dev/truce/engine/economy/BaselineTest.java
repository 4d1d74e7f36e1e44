package dev.truce.engine.economy;

import static dev.truce.engine.economy.Experiments.assertPrinted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The constants derived from the 2024 tables, against the check values printed with the model. */
class BaselineTest {
    private static final Baseline BASE = Baseline.OF_2024;

    @ParameterizedTest
    @CsvSource({
        "US, 7300, 12.3005, 238.725, 7551.0255",
        "CN, 4675, 6.997, -183.6025, 4498.3945",
        "RW, 15650, 0, -55.1225, 15594.8775"
    })
    void accountsMatchThePrintedChecks(Region r, double labour, double revenue, double imbalance, double income) {
        int i = r.index();
        assertPrinted("L0", BASE.labourIncome[i], labour, 4);
        assertPrinted("T0", BASE.revenue[i], revenue, 4);
        assertPrinted("D0", BASE.imbalance[i], imbalance, 4);
        assertPrinted("I0", BASE.income[i], income, 4);
    }

    @ParameterizedTest
    @CsvSource({"US, 9601.791, 3", "CN, 4453.7096, 4", "RW, 18002.0192, 4"})
    void homeServicesCloseTheAccounts(Region r, double quarterly, int decimals) {
        int home = Baseline.pair(r.index(), r.index());
        assertPrinted("home services", BASE.flow[home + Sector.SVC.index()], quarterly, decimals);
    }

    @ParameterizedTest
    @CsvSource({"US, .00021, .83987", "CN, .00333, .66939", "RW, .00073, .76627"})
    void finalDemandSharesMatchThePrintedChecks(Region r, double soya, double services) {
        assertPrinted("alpha SOY", BASE.taste[index(r, Sector.SOY)], soya, 5);
        assertPrinted("alpha SVC", BASE.taste[index(r, Sector.SVC)], services, 5);
    }

    @ParameterizedTest
    @CsvSource({"US, SOY, .463033", "CN, ELC, .466026", "CN, CON, .530021"})
    void theInputCapBindsWhereHomeDemandIsThin(Region r, Sector s, double capped) {
        assertPrinted("mu", BASE.input[index(r, s)], capped, 6);
    }

    @Test
    void theInputCapBindsNowhereElse() {
        int capped = 0;
        for (Region r : Region.values()) {
            for (Sector s : Sector.values()) {
                capped += BASE.input[index(r, s)] == Economy2024.INPUT_SHARE[s.index()] ? 0 : 1;
            }
        }
        assertThat(capped).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"US, CN, 438.9", "CN, US, 143.5", "US, RW, 2826.5"})
    void goodsImportsMatchTheCensusTotals(Region importer, Region exporter, double annual) {
        assertThat(4 * new Economy().baselineGoodsImports(importer, exporter)).isCloseTo(annual, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(Region.class)
    void valueAddedIsAQuarterOfGdp(Region r) {
        double valueAdded = 0;
        for (Sector s : Sector.values()) {
            valueAdded += (1 - BASE.input[index(r, s)]) * BASE.output[index(r, s)];
        }
        assertThat(valueAdded).isCloseTo(BASE.labourIncome[r.index()], within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(Sector.class)
    void expenditureSharesAreAboveZeroAndSumToOne(Sector s) {
        for (int j = 0; j < 3; j++) {
            double sum = 0;
            for (int i = 0; i < 3; i++) {
                double share = BASE.share[Baseline.pair(j, i) + s.index()];
                assertThat(share).isPositive();
                sum += share;
            }
            assertThat(sum).isCloseTo(1, within(1e-15));
        }
    }

    @Test
    void imbalancesSumToZero() {
        assertThat(BASE.imbalance[0] + BASE.imbalance[1] + BASE.imbalance[2]).isCloseTo(0, within(1e-9));
    }

    private static int index(Region r, Sector s) {
        return r.index() * Sector.COUNT + s.index();
    }
}
