package dev.truce.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The parts of docs/evidence/ruleset3.md that were measured: a heading that says what was played, and tables. */
final class MeasuredPage {
    /** Here a heading begins to name what was played; the day and the commit stand before it. */
    private static final String SCENARIO = ": scenario ";

    /** From here on it names what a word of the command line may change. */
    private static final String SEEDS = ", seeds from ";

    private static final Path PAGE = Path.of("..", "..", "docs", "evidence", "ruleset3.md");

    private MeasuredPage() {}

    private static String begin(String mark) {
        return "<!-- measured: " + mark + " -->\n";
    }

    private static String end(String mark) {
        return "<!-- end of " + mark + " -->";
    }

    /** Returns the part of the page between two marks, its heading first. */
    static List<String> part(String mark) throws IOException {
        String text = Files.readString(PAGE);
        assertThat(text).contains(begin(mark), end(mark));
        return text.substring(text.indexOf(begin(mark)) + begin(mark).length(), text.indexOf(end(mark)))
                .strip()
                .lines()
                .toList();
    }

    /** Puts lines between two marks of the page. */
    static void write(String mark, List<String> lines) throws IOException {
        String text = Files.readString(PAGE);
        assertThat(text).contains(begin(mark), end(mark));
        int from = text.indexOf(begin(mark)) + begin(mark).length();
        Files.writeString(
                PAGE,
                text.substring(0, from) + "\n" + String.join("\n", lines) + "\n\n"
                        + text.substring(text.indexOf(end(mark))));
    }

    /**
     * Compares what was measured with a part of the page, all but the day and the commit, if it was played on the seeds and as often as its
     * heading says. Other matches have other figures, and no rule is broken by that.
     *
     * @return whether it was compared
     * @throws AssertionError if they differ
     */
    static boolean holds(List<String> part, List<String> measured) {
        if (!from(SEEDS, part.get(0)).equals(from(SEEDS, measured.get(0)))) {
            return false;
        }
        assertThat(from(SCENARIO, part.get(0)))
                .as("what docs/evidence/ruleset3.md says was played")
                .isEqualTo(from(SCENARIO, measured.get(0)));
        assertThat(part.subList(1, part.size()))
                .as("what docs/evidence/ruleset3.md says was measured")
                .isEqualTo(measured.subList(1, measured.size()));
        return true;
    }

    private static String from(String word, String heading) {
        assertThat(heading).contains(word);
        return heading.substring(heading.indexOf(word));
    }
}
