package dev.truce.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextWidthTest {
    @Test
    void wideCharactersTakeTwoColumnsAndAreNeverCutInHalf() {
        assertThat(TextWidth.width("自华 US")).isEqualTo(7);
        assertThat(TextWidth.width("：，（）。")).isEqualTo(10);
        assertThat(TextWidth.width("\ud83d\ude80")).isEqualTo(2);
        assertThat(TextWidth.cut("自华", 3)).isEqualTo("自");
        assertThat(TextWidth.cut("\ud83d\ude80x", 1)).isEmpty();
        assertThat(TextWidth.pad("自", 4)).isEqualTo("自  ");
        assertThat(TextWidth.padLeft("自", 4)).isEqualTo("  自");
    }

    @Test
    void whatIsDrawnOntoTheCharacterBeforeTakesNoColumn() {
        assertThat(TextWidth.width("e\u0301")).isEqualTo(1);
        assertThat(TextWidth.width("a\u200bb")).isEqualTo(2);
        assertThat(TextWidth.width("a\u0007\u0085b")).isEqualTo(2);
    }

    @Test
    void barsAndCurvesTakeOneColumn() {
        assertThat(TextWidth.width("█▏│─▲")).isEqualTo(5);
        assertThat(TextWidth.width("\u00e9\u00a0\u00ad")).isEqualTo(3);
    }

    @Test
    void longWordsAreCutAndLinesAreIndented() {
        assertThat(TextWidth.wrap("x ", "a".repeat(100))).containsExactly("x " + "a".repeat(78), "  " + "a".repeat(22));
        assertThat(TextWidth.wrap("- ", "a\u00a0b " + "c".repeat(76))).containsExactly("- a b", "  " + "c".repeat(76));
    }
}
