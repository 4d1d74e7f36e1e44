package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README shows is what this build prints, and where it points there is something. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern TRANSCRIPT =
            Pattern.compile("```\\n\\$ \\./truce ([^\\n]+)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

    @TempDir
    private Path folder = Path.of("");

    /** The clock is the only thing in a transcript that may differ. */
    private static final Pattern CLOCK = Pattern.compile("\\b\\d\\d:\\d\\d:\\d\\d\\b");

    private String printed(String command) {
        List<String> line = new ArrayList<>();
        for (String word : command.split(" ", -1)) {
            line.add(word.startsWith("docs/") ? ROOT.resolve(word).toString() : word);
        }
        line.addAll(List.of("--record", folder.resolve("x.twg").toString()));
        return CLOCK.matcher(Typed.line(line.toArray(new String[0])).out()).replaceAll("00:00:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/example-match.md"})
    void theTranscriptIsWhatThisBuildPrints(String page) throws IOException {
        Matcher transcript = TRANSCRIPT.matcher(Files.readString(ROOT.resolve(page)));
        assertThat(transcript.find()).isTrue();
        String printed = printed(transcript.group(1));
        String shown = CLOCK.matcher(transcript.group(2)).replaceAll("00:00:00");
        int from = 0;
        for (String part : shown.split("(?m)^\\.\\.\\.\\n", -1)) {
            if (!part.isBlank()) {
                assertThat(printed.substring(from)).contains(part);
                from = printed.indexOf(part, from) + part.length();
            }
        }
        assertThat(from).isPositive();
    }

    /** An offer that enters into force, a covert cheat, its detection, a right that follows from it, and its use. */
    @Test
    void theExampleHasWhatItPromisesAndItsReplayTheSameLedger() throws IOException {
        Matcher transcript = TRANSCRIPT.matcher(Files.readString(ROOT.resolve("docs/example-match.md")));
        assertThat(transcript.find()).isTrue();
        String printed = printed(transcript.group(1));
        assertThat(printed)
                .contains("accepted by CN, signed", "PACE 2->0 (covert)", "CAUGHT      US was found short on")
                .contains(
                        "CAUGHT      CN was found short on",
                        "Suspended   US suspends agreement 1 by its snap-back right")
                .doesNotContain("error ");
        List<String> words = ledger(printed);
        assertThat(words).hasSizeGreaterThan(2);
        String replayed =
                Typed.line("replay", folder.resolve("x.twg").toString()).out();
        assertThat(ledger(replayed)).isEqualTo(words);
    }

    /** Returns the ledger of the final report. */
    private static List<String> ledger(String printed) {
        return printed.substring(printed.indexOf("== Final report"))
                .lines()
                .filter(line -> line.matches("(DONE|NOT DONE|overtaken|unseen) +r\\d+ .*"))
                .toList();
    }

    @Test
    void everyLinkOfPagesThatBeginnersReadLeadsSomewhere() throws IOException {
        for (String page : List.of("README.md", "docs/playing.md", "docs/example-match.md", "docs/architecture.md")) {
            Path file = ROOT.resolve(page);
            Matcher link = LINK.matcher(Files.readString(file));
            while (link.find()) {
                assertThat(file.resolveSibling(link.group(1)))
                        .as(page + ": " + link.group(1))
                        .exists();
            }
        }
    }
}
