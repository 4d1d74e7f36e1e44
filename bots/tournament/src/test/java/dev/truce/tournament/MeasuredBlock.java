package dev.truce.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part of docs/evidence/pool.md that a test writes, so that the page holds what was measured and nothing else. */
final class MeasuredBlock {
    /** With this property set, differing parts are written instead of refused. */
    private static final boolean ACCEPTS = Boolean.getBoolean("balance.accept");

    private static final Path PAGE = Path.of("..", "..", "docs", "evidence", "pool.md");

    private MeasuredBlock() {}

    static boolean accepts() {
        return ACCEPTS;
    }

    /** Returns what a column of the table with the markers of a name holds, counted from 0, by what stands in the first. */
    static Map<String, String> column(String name, int number) throws IOException {
        Map<String, String> cells = new LinkedHashMap<>();
        String text = Files.readString(PAGE);
        for (String line : text.substring(text.indexOf(begin(name)), text.indexOf(end(name)))
                .split("\n")) {
            String[] row = line.split(" \\| ");
            if (line.startsWith("| ") && row.length > number) {
                cells.put(row[0].substring(2), row[number]);
            }
        }
        return cells;
    }

    private static String begin(String name) {
        return "<!-- measured: " + name + " -->\n";
    }

    private static String end(String name) {
        return "<!-- end of " + name + " -->";
    }

    /**
     * Compares the part between the markers of a name with lines.
     *
     * @throws AssertionError if they differ
     */
    static void check(String name, List<String> lines) throws IOException {
        String text = Files.readString(PAGE);
        String begin = begin(name);
        String end = end(name);
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf(end);
        assertThat(text).contains(begin, end);
        String expected = "\n" + String.join("\n", lines) + "\n\n";
        if (ACCEPTS) {
            Files.writeString(PAGE, text.substring(0, from) + expected + text.substring(to));
            return;
        }
        assertThat(text.substring(from, to))
                .as("docs/evidence/pool.md; if the change is meant: .ci/pool-is-balanced accept")
                .isEqualTo(expected);
    }
}
