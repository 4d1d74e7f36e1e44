package dev.truce.story.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberTextTest {
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
