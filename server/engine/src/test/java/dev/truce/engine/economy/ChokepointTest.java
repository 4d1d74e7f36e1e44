package dev.truce.engine.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChokepointTest {
    private final Chokepoint rareEarths = new Chokepoint(ChokepointParameters.RARE_EARTHS);
    private final Chokepoint chips = new Chokepoint(ChokepointParameters.CHIPS);

    @ParameterizedTest(name = "permitted {0}, stock {1}, substitutes {2}")
    @CsvSource({
        // permitted, stock, substitutes, expected availability, stock after, substitutes after
        "1,    .35, .15, 1,    .35, .156", // just enough
        "1,    .35, .20, 1,    .40, .206", // the surplus is stored
        "1,    .35, .40, 1,    .45, .406", // at most a tenth
        "1,    .75, .40, 1,    .80, .406", // never above the cap
        ".85,  0,   .26, .9825, 0, .27125", // nothing stored, a part is missing
        ".45,  .10, .20, .6825, 0, .22525", // the stock bridges what it can
        ".90,  .50, .20, 1,    .465, .2095", // and keeps the rest
        "0,    0,   .05, .12,  0, .091", // the floor
        "0,    0,   .89, .89,  0, .90", // substitutes have a cap
    })
    void rareEarthsUseTheStockFirst(
            double permitted,
            double stock,
            double alternatives,
            double m,
            double stockAfter,
            double alternativesAfter) {
        rareEarths.set(stock, alternatives);
        double pressure = rareEarths.step(permitted);
        assertThat(rareEarths.availability()).isCloseTo(m, within(1e-12));
        assertThat(rareEarths.stock()).isCloseTo(stockAfter, within(1e-12));
        assertThat(rareEarths.alternatives()).isCloseTo(alternativesAfter, within(1e-12));
        assertThat(pressure).isCloseTo(1 / Math.pow(m, 4) - 1, within(1e-9));
    }

    @ParameterizedTest(name = "permitted {0}, stock {1}, substitutes {2}")
    @CsvSource({
        "1, .25, .45, 1, .25, .456",
        "1, .25, .60, 1, .33, .606",
        "1, .59, .60, 1, .60, .606",
        "0, .10, .40, .50, 0, .441",
        "0, 0, .10, .12, 0, .141",
        "0, 0, .94, .94, 0, .95",
    })
    void chipsHaveTheSameFormWithOtherNumbers(
            double permitted,
            double stock,
            double alternatives,
            double m,
            double stockAfter,
            double alternativesAfter) {
        chips.set(stock, alternatives);
        chips.step(permitted);
        assertThat(chips.availability()).isCloseTo(m, within(1e-12));
        assertThat(chips.stock()).isCloseTo(stockAfter, within(1e-12));
        assertThat(chips.alternatives()).isCloseTo(alternativesAfter, within(1e-12));
    }

    @Test
    void substitutesFoundInAQuarterHelpOnlyFromTheNext() {
        rareEarths.set(0, .15);
        rareEarths.step(0);
        assertThat(rareEarths.availability()).isEqualTo(.15);
        rareEarths.step(0);
        assertThat(rareEarths.availability()).isCloseTo(.191, within(1e-12));
    }

    @Test
    void theYearsOf2024StartExactlyInBalance() {
        rareEarths.set(.35, .15);
        assertThat(rareEarths.step(1)).isZero();
        chips.set(.25, .45);
        assertThat(chips.step(1)).isZero();
    }
}
