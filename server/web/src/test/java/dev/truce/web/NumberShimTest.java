package dev.truce.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.teavm.classlib.impl.text.DoubleAnalyzer;
import org.teavm.classlib.impl.text.DoubleSynthesizer;

/** Numbers become texts and texts numbers in the page as in Java. */
class NumberShimTest {
    private final Random random = new Random(9);

    @Test
    void digitsBecomeTheNumberThatJavaReads() {
        for (int i = 0; i < 40_000; i++) {
            long digits = random.nextLong() >>> random.nextInt(63) & Long.MAX_VALUE;
            int power = i % 2 == 0 ? random.nextInt(30) - 15 : random.nextInt(700) - 350;
            double expected = Double.parseDouble(digits + "e" + power);
            assertThat(DoubleSynthesizer.synthesizeDouble(digits, power + 18, false))
                    .as("%de%d", digits, power)
                    .isEqualTo(expected);
            assertThat(DoubleSynthesizer.synthesizeDouble(digits, power + 18, true))
                    .isEqualTo(-expected);
        }
    }

    @Test
    void numbersHaveTheFewestDigitsThatReadBack() {
        DoubleAnalyzer.Result result = new DoubleAnalyzer.Result();
        for (int i = 0; i < 20_000; i++) {
            double number = i % 3 == 0
                    ? random.nextInt(2_000_000) / 1000.0
                    : i % 3 == 1 ? random.nextGaussian() : Double.longBitsToDouble(random.nextLong());
            if (!Double.isFinite(number)) {
                continue;
            }
            DoubleAnalyzer.analyze(number, result);
            BigDecimal digits = BigDecimal.valueOf(result.mantissa, 17 - result.exponent);
            double size = Math.abs(number);
            assertThat(digits.doubleValue()).as("%s", number).isEqualTo(size);
            assertThat(result.sign).isEqualTo(number < 0);
            // Java 17 prints one digit more than it must now and then, never one less.
            assertThat(digits.stripTrailingZeros().precision())
                    .as("%s", number)
                    .isLessThanOrEqualTo(
                            BigDecimal.valueOf(size).stripTrailingZeros().precision());
        }
        DoubleAnalyzer.analyze(-0.0, result);
        assertThat(result.sign).isTrue();
    }

    @Test
    void theFirstDigitHasItsPowerOfTen() {
        for (int i = 0; i < 20_000; i++) {
            double number = Math.abs(i % 2 == 0 ? random.nextLong() : Double.longBitsToDouble(random.nextLong()));
            if (number > 0 && Double.isFinite(number)) {
                BigDecimal exact = new BigDecimal(number);
                assertThat(DoubleAnalyzer.fastIntLog10(number))
                        .as("%s", number)
                        .isEqualTo(exact.precision() - exact.scale() - 1);
            }
        }
    }
}
