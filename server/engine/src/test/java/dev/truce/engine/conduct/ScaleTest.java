package dev.truce.engine.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measures read off knots. */
class ScaleTest {
    private static final Scale RISING = new Scale(20, 40, 74, 145);
    private static final Scale FALLING = new Scale(.85, .45, .05);

    @ParameterizedTest(name = "{0} reads {1}")
    @CsvSource({"-5, 0", "20, 0", "30, .5", "40, 1", "57, 1.5", "74, 2", "145, 3", "1000, 3"})
    void aRisingScaleIsLinearBetweenItsKnotsAndConstantOutside(double x, double reading) {
        assertThat(RISING.at(x)).isCloseTo(reading, within(1e-12));
    }

    @ParameterizedTest(name = "{0} reads {1}")
    @CsvSource({"1, 0", ".85, 0", ".65, .5", ".45, 1", ".25, 1.5", ".05, 2", "0, 2"})
    void aFallingScaleDoesTheSameDownwards(double x, double reading) {
        assertThat(FALLING.at(x)).isCloseTo(reading, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0, 20", ".5, 30", "1, 40", "2.5, 109.5", "3, 145", "-1, 20", "4, 145"})
    void aReadingIsFoundAgain(double reading, double x) {
        assertThat(RISING.where(reading)).isCloseTo(x, within(1e-12));
    }
}
