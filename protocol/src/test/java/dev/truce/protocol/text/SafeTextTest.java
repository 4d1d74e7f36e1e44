package dev.truce.protocol.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that strangers write can do anything to the screen but stand on it. */
class SafeTextTest {

    @ParameterizedTest
    @MethodSource("dev.truce.protocol.text.Payloads#all")
    void nothingDangerousIsLeft(String payload) {
        assertHarmless(SafeText.line(payload, 200));
        assertHarmless(SafeText.uncomposed(payload, 200));
    }

    @Test
    void whateverItIsMadeOfItIsHarmlessShortAndStable() {
        SplittableRandom random = new SplittableRandom(9);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(40);
            for (int j = 0; j < length; j++) {
                int range = random.nextInt(4);
                text.appendCodePoint(random.nextInt(range == 0 ? 0x80 : range == 1 ? 0x3000 : 0x110000));
            }
            String safe = SafeText.line(text.toString(), 20);
            assertHarmless(safe);
            assertHarmless(SafeText.uncomposed(text.toString(), 20));
            assertThat(safe.codePointCount(0, safe.length())).isLessThanOrEqualTo(20);
            assertThat(SafeText.line(safe, 20)).isEqualTo(safe);
        }
    }

    private static void assertHarmless(String safe) {
        assertThat(safe.codePoints())
                .allSatisfy(codePoint -> assertThat(Character.getType(codePoint))
                        .as("U+%04X", codePoint)
                        .isNotIn(
                                (int) Character.CONTROL,
                                (int) Character.FORMAT,
                                (int) Character.SURROGATE,
                                (int) Character.PRIVATE_USE,
                                (int) Character.UNASSIGNED,
                                (int) Character.LINE_SEPARATOR,
                                (int) Character.PARAGRAPH_SEPARATOR,
                                (int) Character.ENCLOSING_MARK));
        assertThat(safe).doesNotContain("\u3164", "\u2800", "\u115f", "\u034f", "\ufe0f", "\u00a0");
        assertThat(safe).doesNotMatch("(?s).*\\p{M}{3}.*");
    }

    @Test
    void ordinaryTextStaysAsItIs() {
        assertThat(SafeText.line("Soya: 6.25 MMT — “as agreed”, 李明 😀", 100))
                .isEqualTo("Soya: 6.25 MMT — “as agreed”, 李明 😀");
    }

    @Test
    void lineBreaksBecomeSpaces() {
        assertThat(SafeText.line("one\ntwo\tthree", 100)).isEqualTo("one two three");
    }

    @Test
    void longTextIsCutAndHugeTextIsCutQuickly() {
        assertThat(SafeText.line("abcdef", 3)).isEqualTo("abc");
        assertThat(SafeText.line("x".repeat(10_000_000), 5)).isEqualTo("xxxxx");
        assertThat(SafeText.line("abc", 0)).isEmpty();
    }
}
