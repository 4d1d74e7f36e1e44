package dev.truce.story.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {
    @ParameterizedTest
    @CsvSource({"0, 100", "-13.4, 101.5", "25.3, 81.2", "0, 6.4", "3, 3", "0, 0", "79.99, 80.01", "-5, -4", "1e8, 3e8"})
    void roundNumbersHoldAllValuesAndAreFew(double least, double most) {
        Axis scale = Axis.of(least, most, 100, 700);
        List<Double> ticks = scale.ticks();
        assertThat(ticks.size()).isBetween(2, 8);
        assertThat(ticks.get(0)).isLessThanOrEqualTo(least + 1e-6);
        assertThat(ticks.get(ticks.size() - 1)).isGreaterThanOrEqualTo(most - 1e-6);
        assertThat(scale.at(ticks.get(0))).isCloseTo(100, within(1e-6));
        assertThat(scale.at(ticks.get(ticks.size() - 1))).isCloseTo(700, within(1e-6));
        assertThat(scale.at(least)).isBetween(100 - 1e-6, 700.0);
    }

    @Test
    void decimalsTellTicksApart() {
        assertThat(Axis.of(0, 100, 0, 1).decimals()).isZero();
        assertThat(Axis.of(0, 1, 0, 1).decimals()).isEqualTo(1);
        assertThat(Axis.of(79.99, 80.01, 0, 1).decimals()).isEqualTo(3);
    }
}
