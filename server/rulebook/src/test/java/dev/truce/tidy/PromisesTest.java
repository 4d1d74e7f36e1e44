package dev.truce.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/why/promises.md names as a check is there, and its counts are those of its rows. */
class PromisesTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Path PAGE = ROOT.resolve("docs/why/promises.md");

    private static final Pattern ROW =
            Pattern.compile("\\| (\\d+) \\| [^|]+ \\| (works|partly|missing)(?:: [^|]+)? \\| ([^|]+) \\|");

    private static final Pattern COUNTS = Pattern.compile("\\| (\\w+) \\| (\\d+) \\| (\\d+) \\| (\\d+) \\|");
    private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
    private static final Pattern NAMED = Pattern.compile("([a-z]+(?:[/-][a-z]+)*) (\\w+Test)(?:#(\\w+))?");
    private static final Pattern FILE = Pattern.compile("(?:\\.ci|bots|client-cli|docs|server)/\\S+");
    private static final List<String> STATES = List.of("works", "partly", "missing");

    /** The rows of a table, in their order. */
    private static List<MatchResult> rows(String table) {
        return table.lines()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(Matcher::toMatchResult)
                .toList();
    }

    /** What a cell names and what is not there. */
    private static List<String> gone(String cell) throws IOException {
        List<String> gone = new ArrayList<>();
        for (MatchResult span : SPAN.matcher(cell).results().toList()) {
            String words = span.group(1);
            Matcher named = NAMED.matcher(words);
            boolean isThere = true;
            if (named.matches()) {
                isThere = isATest(named.group(1), named.group(2), named.group(3));
            } else if (FILE.matcher(words).matches()) {
                isThere = Files.exists(ROOT.resolve(words));
            } else if (words.contains("Test")) {
                isThere = false;
            }
            if (!isThere) {
                gone.add(words);
            }
        }
        return gone;
    }

    private static boolean isATest(String module, String type, String method) throws IOException {
        Path tests = ROOT.resolve(module).resolve("src/test/java");
        if (!Files.isDirectory(tests)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(tests)) {
            for (Path file : files.filter(each -> each.endsWith(type + ".java")).toList()) {
                String code = new JavaFile(file, Files.readString(file)).code();
                // A test is neither private nor static, and returns nothing.
                if (method == null
                        || Pattern.compile("(?m)^    (?:public )?void " + method + "\\(")
                                .matcher(code)
                                .find()) {
                    return true;
                }
            }
            return false;
        }
    }

    @Test
    void everyCheckThatARowNamesIsThere() throws IOException {
        List<String> gone = new ArrayList<>();
        int named = 0;
        for (MatchResult row : rows(Files.readString(PAGE))) {
            String check = row.group(3);
            named += (int) NAMED.matcher(check).results().count();
            gone.addAll(gone(check));
            assertThat(check).containsPattern("`|[Bb]y hand|[Nn]o check");
        }
        assertThat(gone).isEmpty();
        assertThat(named).isGreaterThan(100);
    }

    @Test
    void rowsAreNumberedAndTheCountsOfEachTableAreTrue() throws IOException {
        String page = Files.readString(PAGE);
        List<MatchResult> counts = COUNTS.matcher(page).results().toList();
        assertThat(counts).hasSize(4);
        for (MatchResult count : counts) {
            String heading = "\n## " + count.group(1).substring(0, 1).toUpperCase(Locale.ROOT)
                    + count.group(1).substring(1) + "\n";
            String table =
                    page.substring(page.indexOf(heading) + heading.length()).split("\n## ", 2)[0];
            List<MatchResult> rows = rows(table);
            assertThat(rows).as(heading).hasSizeGreaterThan(7);
            for (int number = 1; number <= rows.size(); number++) {
                assertThat(rows.get(number - 1).group(1)).as(heading).isEqualTo(Integer.toString(number));
            }
            for (int i = 0; i < STATES.size(); i++) {
                String state = STATES.get(i);
                assertThat(rows.stream().filter(row -> row.group(2).equals(state)))
                        .as("%s that are %s", count.group(1), state)
                        .hasSize(Integer.parseInt(count.group(i + 2)));
            }
        }
    }

    @Test
    void aCheckThatIsNotThereIsFound() throws IOException {
        assertThat(
                        gone(
                                "`server/rulebook PromisesTest#aCheckThatIsNotThereIsFound`, `server/rulebook PromisesTest`, `.ci/run`"))
                .isEmpty();
        for (String wrong : List.of(
                "server/rulebook PromisesTest#gone",
                "server/rulebook NobodysTest",
                "server/nowhere PromisesTest#aCheckThatIsNotThereIsFound",
                "PromisesTest",
                ".ci/no-such-step")) {
            assertThat(gone("`" + wrong + "`")).containsExactly(wrong);
        }
    }
}
