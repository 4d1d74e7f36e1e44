package dev.truce.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.teavm.classlib.java.security.TMessageDigest;
import org.teavm.classlib.java.util.THexFormat;
import org.teavm.classlib.java.util.TStringJoiner;

/** The few library classes that stand in for Java's in the page do what Java's do. */
class ShimsTest {
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
}
