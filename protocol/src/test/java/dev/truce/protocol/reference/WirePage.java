package dev.truce.protocol.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The parts of WIRE.md that are made from the code, each between two marks. */
public final class WirePage {
    private WirePage() {}

    /**
     * Checks that a part is as the code says. A stale one is renewed with {@code -Dtest=} and the name of the test, and
     * {@code -Dtest.jvm=-Dgolden=write}: read the difference.
     *
     * @param page where the page is, as seen from the module of the test
     * @param part the words in its marks
     */
    public static void check(Path page, String part, String made) throws IOException {
        String begin = "<!-- " + part + " -->\n";
        String end = "<!-- /" + part + " -->";
        String text = Files.readString(page);
        assertThat(text).as("the marks of " + part).containsOnlyOnce(begin).containsOnlyOnce(end);
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf(end);
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(page, text.substring(0, from) + made + text.substring(to));
        } else {
            assertThat(text.substring(from, to)).as(part).isEqualTo(made);
        }
    }
}
