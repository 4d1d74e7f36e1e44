package dev.truce.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.teavm.classlib.java.security.TMessageDigest;
import org.teavm.classlib.java.util.TFormatter;
import org.teavm.classlib.java.util.THexFormat;
import org.teavm.classlib.java.util.TStringJoiner;

/** The few library classes that stand in for Java's in the page do what Java's do. */
class ShimsTest {
    /** Every form that a text of the bundles or the code has. */
    private static final String[] PATTERNS = {
        "%s",
        "%d",
        "a %s b %d%%",
        "%2$s (%1$s)",
        "%3$d %1$d %2$d",
        "%1$s %1$s %4$s",
        "%.1f",
        "%.2f",
        "%.0f",
        "%,d",
        "%02d",
        "%03d",
        "%04x",
        "%+d",
        "%+.2f",
        "%,.0f",
        "%06x",
        "%5d|",
        "%s%d.%01d",
        "%06.1f",
        "%n"
    };

    @Test
    void digestsAndHexDigitsAreThoseOfJava() throws Exception {
        Random random = new Random(12);
        for (int length = 0; length < 300; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            byte[] expected = MessageDigest.getInstance("SHA-256").digest(bytes);
            TMessageDigest digest = TMessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length / 2);
            digest.update(bytes, length / 2, length - length / 2);
            assertThat(digest.digest()).isEqualTo(expected);
            assertThat(digest.digest(bytes)).as("used again").isEqualTo(expected);
            assertThat(THexFormat.of().formatHex(bytes))
                    .isEqualTo(HexFormat.of().formatHex(bytes));
            assertThat(THexFormat.of().formatHex(bytes, length / 3, length))
                    .isEqualTo(HexFormat.of().formatHex(bytes, length / 3, length));
        }
    }

    @Test
    void joinedTextsAreThoseOfJava() {
        StringJoiner java = new StringJoiner(", ", "[", "]");
        TStringJoiner shim = new TStringJoiner(", ", "[", "]");
        assertThat(shim).hasToString(java.toString());
        for (String text : new String[] {"", "a", "", "b c"}) {
            assertThat(shim.add(text)).hasToString(java.add(text).toString());
            assertThat(shim.length()).isEqualTo(java.length());
        }
        assertThat(new TStringJoiner("-").setEmptyValue("none")).hasToString("none");
        assertThat(new TStringJoiner("-").setEmptyValue("none").add("")).hasToString("");
    }

    @Test
    void patternsAreFilledAsJavaFillsThem() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            String pattern = PATTERNS[i % PATTERNS.length];
            Object number =
                    random.nextInt(4) == 0 ? (Object) random.nextLong() : (Object) (random.nextInt(20_000) - 10_000);
            double real = (random.nextInt(2_000_000) - 1_000_000) / 1000.0;
            Object[] arguments = {pattern.contains("f") ? (Object) real : number, number, number, "x"};
            assertThat(new TFormatter().format(pattern, arguments))
                    .as(pattern)
                    .hasToString(String.format(Locale.ROOT, pattern, arguments));
        }
        assertThatThrownBy(() -> new TFormatter().format("%s %s", "one")).isInstanceOf(RuntimeException.class);
    }
}
