package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.truce.cli.text.Texts;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.chance.Draws;
import dev.truce.engine.redline.RedLineDraw;
import dev.truce.engine.redline.RedLines;
import dev.truce.engine.scenario.Scenario;
import dev.truce.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README shows is what this build prints, and where it points there is something. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern TRANSCRIPT =
            Pattern.compile("```\\n\\$ \\./truce ([^\\n]+)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern BLOCK = Pattern.compile("```\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("(?m)(?:`|^ {4}|^\\$ )(?:\\w+=\\w+ )?\\./truce ([^`\n]+)");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|([^\"\\s]+)");
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
    @ValueSource(strings = {"README.md", "docs/learn/example-match.md"})
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

    /** The page of two bots shows rounds of one match in their order, with words between them. */
    @Test
    void theAnnotatedMatchIsWhatThisBuildPlaysWithTheseRedLines() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/learn/two-bots.md"));
        Matcher transcript = TRANSCRIPT.matcher(page);
        assertThat(transcript.find()).isTrue();
        String printed = printed(transcript.group(1));
        int from = 0;
        int shown = 0;
        Matcher block = BLOCK.matcher(page);
        while (block.find()) {
            for (String part : block.group(1).split("(?m)^(?:\\.\\.\\.|\\$ .*)\\n", -1)) {
                if (!part.isBlank()) {
                    assertThat(printed.substring(from)).contains(part);
                    from = printed.indexOf(part, from) + part.length();
                    shown++;
                }
            }
        }
        assertThat(shown).isGreaterThan(10);
        assertThat(printed.split("signed\\n", -1)).as("agreements").hasSizeGreaterThan(2);
        assertThat(page).contains(redLines(Long.parseLong(printed.replaceFirst("(?s).*?  seed (-?\\d+) .*", "$1"))));
    }

    /** Returns the table of the secret red lines that a seed draws. */
    private static String redLines(long seed) {
        Scenario scenario = Scenarios.busan2025R2();
        Draws draws = new Draws(seed);
        RedLines lines = RedLineDraw.first(scenario.redLines(), draws);
        StringBuilder table = new StringBuilder(row(1, lines));
        for (int date : scenario.redLines().dates()) {
            lines = RedLineDraw.redrawn(scenario.redLines(), draws, lines, date);
            table.append(row(date, lines));
        }
        return table.toString();
    }

    private static String row(int round, RedLines lines) {
        return "| " + round + " | " + words(lines.of(Side.US)) + " | " + words(lines.of(Side.CN)) + " |\n";
    }

    private static String words(List<Instrument> red) {
        return red.stream().map(Instrument::word).collect(Collectors.joining(", "));
    }

    /** An offer that enters into force, a covert cheat, an accusation with its odds, an inspection, and the truth at the end. */
    @Test
    void theExampleHasWhatItPromisesAndItsReplayTheSameLedger() throws IOException {
        Matcher transcript = TRANSCRIPT.matcher(Files.readString(ROOT.resolve("docs/learn/example-match.md")));
        assertThat(transcript.find()).isTrue();
        String printed = printed(transcript.group(1));
        assertThat(printed)
                .contains("accepted by CN, signed", "ENFORCE 3->2 (covert)", "about 4 in 10 that it is true")
                .contains(
                        "CLEARED     " + Texts.of("round.cleared.text", "US", "PACE"),
                        "Covert clauses that CN really fell short of: fentanyl enforcement in round 4")
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

    /** A command without arguments may be no more than its name, as in a list. {@code test} is the launcher's own, and no file is there. */
    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/use/playing.md", "docs/use/classes.md"})
    void everyCommandLineCanBeTyped(String page) throws IOException {
        List<String> lines = COMMAND.matcher(
                        Files.readString(ROOT.resolve(page)).replace("HOST:PORT", "127.0.0.1:7788"))
                .results()
                .map(found -> found.group(1).replaceFirst("(?: #| {2}).*", ""))
                .filter(line -> !line.startsWith("test") && !line.endsWith(" FILE"))
                .toList();
        assertThat(lines).hasSizeGreaterThan(5);
        for (String line : lines) {
            List<String> words = new ArrayList<>(WORD.matcher(line)
                    .results()
                    .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                    .toList());
            if (words.stream().allMatch(word -> word.matches("[a-z-]+"))) {
                words.add("--help");
            }
            String[] args = words.toArray(new String[0]);
            assertThatCode(() -> Truce.parser(args)
                            .setCaseInsensitiveEnumValuesAllowed(true)
                            .parseArgs(args))
                    .as(line)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void everyLinkOfPagesThatBeginnersReadLeadsSomewhere() throws IOException {
        for (String page : List.of(
                "README.md",
                "docs/use/playing.md",
                "docs/learn/example-match.md",
                "docs/learn/two-bots.md",
                "docs/why/architecture.md")) {
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
