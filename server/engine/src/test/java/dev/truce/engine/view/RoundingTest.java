package dev.truce.engine.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rounding is to the nearest, half away from zero, in both directions alike. */
class RoundingTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "0.4999, 0",
        "0.5, 1",
        "1.5, 2",
        "2.5, 3",
        "-0.4999, 0",
        "-0.5, -1",
        "-1.5, -2",
        "-2.5, -3",
        "1000000.5, 1000001",
        "-1000000.5, -1000001"
    })
    void halvesGoAwayFromZero(double x, int units) {
        assertThat(Rounding.units(x)).isEqualTo(units);
    }

    @ParameterizedTest
    @CsvSource({"1.0, 10", "1.24, 10", "1.25, 15", "1.74, 15", "1.75, 20", "0.1, 0"})
    void tensionIsShownInHalves(double tension, int tenths) {
        assertThat(Rounding.tenthsOfHalves(tension)).isEqualTo(tenths);
    }

    @ParameterizedTest
    @CsvSource({"75.0496, 750", "75.05, 751", "-12.25, -123", "-0.0496, 0"})
    void tenthsAreRoundedOnce(double x, int tenths) {
        assertThat(Rounding.tenths(x)).isEqualTo(tenths);
    }

    @ParameterizedTest
    @CsvSource({"1.2344, 1234", "-1.2346, -1235", "0.0005, 1"})
    void thousandths(double x, int milli) {
        assertThat(Rounding.milli(x)).isEqualTo(milli);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300, 1e10})
    void whatHasNoMeaningAsAFigureIsAFault(double x) {
        assertThatThrownBy(() -> Rounding.units(x)).isInstanceOf(ArithmeticException.class);
    }
}
