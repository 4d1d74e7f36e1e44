package dev.truce.story.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.DoubleFunction;
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

    /** Whatever writes a figure: what rounds to zero is zero, and has no minus. */
    @Test
    void noFigureIsAZeroWithAMinus() {
        List<DoubleFunction<String>> writers = List.of(
                figure -> NumberText.tenth(Math.round(10 * figure)),
                figure -> NumberText.signedTenth(Math.round(10 * figure)),
                figure -> NumberText.oneDecimal(Math.round(1000 * figure)),
                figure -> NumberText.hundredth(Math.round(100 * figure)),
                figure -> NumberText.signedHundredth(Math.round(100 * figure)),
                figure -> NumberText.percentTenth((int) Math.round(10_000 * figure)),
                figure -> NumberText.decimals(figure, 0),
                figure -> NumberText.decimals(figure, 1),
                figure -> NumberText.decimals(figure, 2),
                figure -> NumberText.decimals(figure, 4),
                figure -> NumberText.signed(figure, 2),
                NumberText::plain);
        for (DoubleFunction<String> writer : writers) {
            for (int i = -3000; i <= 3000; i++) {
                for (double figure : new double[] {i / 2000.0, i * 1e-12, -0.0}) {
                    assertThat(writer.apply(figure)).doesNotMatch("-[0.]*");
                }
            }
        }
        assertThat(NumberText.decimals(-.05, 1)).isEqualTo("-0.1");
        assertThat(NumberText.signed(-1.236, 2)).isEqualTo("-1.24");
        assertThat(NumberText.signed(0, 2)).isEqualTo("+0.00");
    }
}
