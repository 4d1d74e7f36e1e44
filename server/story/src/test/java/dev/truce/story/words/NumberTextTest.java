package dev.truce.story.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumberTextTest {
    @Test
    void roundedPartsAddUpToTheTotalAndStayWithinOneUnit() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            double[] parts = random.doubles(16, -90, 90).toArray();
            long total = Math.round(Arrays.stream(parts).sum()) + random.nextInt(3) - 1;
            long[] rounded = NumberText.addingUpTo(total, parts);
            assertThat(Arrays.stream(rounded).sum()).isEqualTo(total);
            for (int k = 0; k < parts.length; k++) {
                assertThat((double) rounded[k]).isBetween(parts[k] - 1.5, parts[k] + 1.5);
            }
        }
    }

    @Test
    void partsThatAreZeroStayZeroWhenTheRestAddsUp() {
        assertThat(NumberText.addingUpTo(3, 0, 1.4, 1.6, 0)).containsExactly(0, 1, 2, 0);
    }

    @Test
    void figuresArePrintedHalfUpWithTheirSign() {
        assertThat(NumberText.oneDecimal(67_950)).isEqualTo("68.0");
        assertThat(NumberText.oneDecimal(-50)).isEqualTo("0.0");
        assertThat(NumberText.oneDecimal(-51)).isEqualTo("-0.1");
        assertThat(NumberText.signedTenth(30)).isEqualTo("+3.0");
        assertThat(NumberText.signedTenth(0)).isEqualTo("0.0");
        assertThat(NumberText.signedTenth(-127)).isEqualTo("-12.7");
        assertThat(NumberText.hundredth(-5)).isEqualTo("-0.05");
        assertThat(NumberText.mean(750, 711)).isEqualTo(731);
    }
}
