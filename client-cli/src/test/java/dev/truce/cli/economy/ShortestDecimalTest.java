package dev.truce.cli.economy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortestDecimalTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0.0",
        "-0.0, -0.0",
        "1, 1.0",
        "-1, -1.0",
        "0.1, 0.1",
        "100, 100.0",
        "9999999, 9999999.0",
        "10000000, 1.0E7",
        "0.001, 0.001",
        "0.00099, 9.9E-4",
        "-6.460132496877158E-4, -6.460132496877158E-4",
        "0.30000000000000004, 0.30000000000000004",
        "2.0E-3, 0.002",
        "2.2250738585072014E-308, 2.2250738585072014E-308",
        "4.9E-324, 5.0E-324",
        "1.7976931348623157E308, 1.7976931348623157E308",
        // Java 17 writes 2.0E-3 as here, but these with a digit too many.
        "2.0E23, 2.0E23",
        "1.0E23, 1.0E23",
        "8.41E21, 8.41E21",
    })
    void writesTheFormOfDoubleToString(double value, String text) {
        assertThat(ShortestDecimal.of(value)).isEqualTo(text);
    }

    @Test
    void everyNumberReadsBackAndIsNoLongerThanJavaWritesIt() {
        Random random = new Random(1);
        for (int n = 0; n < 20_000; n++) {
            double value = n % 2 == 0 ? random.nextGaussian() : Double.longBitsToDouble(random.nextLong());
            if (!Double.isFinite(value)) {
                continue;
            }
            String text = ShortestDecimal.of(value);
            assertThat(Double.parseDouble(text)).isEqualTo(value);
            assertThat(text.length()).isLessThanOrEqualTo(Double.toString(value).length());
        }
    }

    @Test
    void theLocaleDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(ShortestDecimal.of(1234.5)).isEqualTo("1234.5");
        } finally {
            Locale.setDefault(before);
        }
    }
}
