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

    @Test
    void wideCharactersAreWrappedWithoutBlanks() {
        assertThat(TextWidth.wrap("- ", "自".repeat(45))).containsExactly("- " + "自".repeat(39), "  " + "自".repeat(6));
        assertThat(TextWidth.wrap("", "a".repeat(75) + " 关税 " + "FENT=5"))
                .containsExactly("a".repeat(75) + " 关税", "FENT=5");
        assertThat(TextWidth.wrap("", "自".repeat(38) + "FENT=5")).containsExactly("自".repeat(38), "FENT=5");
    }

    @Test
    void noLineBeginsWithAMarkThatEndsSomethingOrEndsWithOneThatBeginsSomething() {
        for (String mark : new String[] {"，", "。", "；", "：", "！", "？", "）", "」", "、", "”", "%"}) {
            assertThat(TextWidth.wrap("", "自".repeat(40) + mark)).as(mark).containsExactly("自".repeat(39), "自" + mark);
        }
        for (String mark : new String[] {"（", "「", "“"}) {
            String text = "自".repeat(39) + mark + "自";
            assertThat(TextWidth.wrap("", text)).as(mark).containsExactly("自".repeat(39), mark + "自");
        }
        assertThat(TextWidth.wrap("", "自".repeat(39) + "（FENT）。")).containsExactly("自".repeat(39), "（FENT）。");
        assertThat(TextWidth.wrap("", "自".repeat(39) + "其他\u00a0+0.2。"))
                .containsExactly("自".repeat(39) + "其", "他 +0.2。");
    }

    @Test
    void noBlankFollowsAWideMark() {
        assertThat(TextWidth.wrap("", "关税。 港口费 PORT， FENT")).containsExactly("关税。港口费 PORT，FENT");
    }

    @Test
    void wordsWithoutWideCharactersAreStillBrokenAtBlanksOnly() {
        assertThat(TextWidth.wrap("", "a".repeat(70) + " US.FENT<=5;(b)"))
                .containsExactly("a".repeat(70), "US.FENT<=5;(b)");
        assertThat(TextWidth.wrap("", "a  b ")).containsExactly("a  b");
    }
}
