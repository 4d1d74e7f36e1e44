package dev.truce.tournament.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignificanceTextTest {
    @ParameterizedTest
    @CsvSource({"1, 1.0000", "0.03125, 0.0313", "0.0001, 0.0001", "0.00009999, <0.0001", "0, <0.0001"})
    void aLevelHasFourDecimalsAndIsNeverNothing(double level, String text) {
        assertThat(SignificanceText.of(level)).isEqualTo(text);
    }
}
