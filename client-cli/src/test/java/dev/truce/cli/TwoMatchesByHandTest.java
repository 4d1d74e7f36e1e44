package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The page of two matches that were typed: scripts type what was typed, with the previews that the page quotes, and every figure of the page
 * is one that they print.
 */
class TwoMatchesByHandTest {
    private static final Path PAGE = Path.of("..", "docs", "learn", "two-matches-by-hand.md");
    private static final Path SCRIPTS = Path.of("src/test/resources/dev/truce/cli/frozen");
    private static final Pattern DECIMAL = Pattern.compile("(?<![\\w.])\\d+\\.\\d+(?![\\w.]*\\d)");
    /** Scores, rounded as the page tells them; smaller numbers are rounds and levels. */
    private static final Pattern SCORE = Pattern.compile("(?<![\\w.,-])(?:[5-9]\\d|1[01]\\d)(?![\\w.]*\\d)");

    @ParameterizedTest
    @CsvSource({"The United States, by-hand-us.txt", "China, by-hand-china.txt"})
    void everyFigureOfThePageIsPrinted(String title, String script) throws IOException {
        String printed = Files.readAllLines(SCRIPTS.resolve(script)).stream()
                .filter(line -> line.startsWith(">"))
                .collect(Collectors.joining("\n"));
        Set<String> figures = all(DECIMAL, printed);
        Set<String> whole = figures.stream()
                .map(figure ->
                        new BigDecimal(figure).setScale(0, RoundingMode.HALF_UP).toPlainString())
                .collect(Collectors.toCollection(TreeSet::new));
        String section = section(title);
        List<String> unknown = new ArrayList<>(all(DECIMAL, section));
        assertThat(unknown).hasSizeGreaterThan(4);
        unknown.removeAll(figures);
        List<String> scores =
                new ArrayList<>(all(SCORE, DECIMAL.matcher(section).replaceAll("")));
        assertThat(scores).hasSizeGreaterThan(1);
        scores.removeAll(whole);
        unknown.addAll(scores);
        assertThat(unknown).as("figures of the page that no screen shows").isEmpty();
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The part of the page under a title that begins so, without the command that begins the match. */
    private static String section(String title) throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf("| round |", page.indexOf("## " + title));
        int to = page.indexOf("\n## ", from);
        assertThat(from).isPositive();
        assertThat(to).isGreaterThan(from);
        return page.substring(from, to);
    }
}
