package dev.truce.tournament.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9.-]*)\"");
    /** Keys are made of these and a name. */
    private static final List<String> STEMS = List.of("section.", "about.", "head.", "format.");

    @Test
    void everyTextIsUsed() throws IOException {
        Set<String> literals = new TreeSet<>();
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/dev/truce/tournament/report"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                Matcher matcher = LITERAL.matcher(Files.readString(source));
                while (matcher.find()) {
                    literals.add(matcher.group(1));
                }
            }
        }
        Set<String> unused = new TreeSet<>();
        for (String key : Words.keys()) {
            boolean isMade = STEMS.stream()
                    .anyMatch(stem -> key.startsWith(stem)
                            && (stem.equals("format.") || literals.contains(key.substring(stem.length()))));
            if (!literals.contains(key) && !isMade) {
                unused.add(key);
            }
        }
        assertThat(unused).isEmpty();
    }

    @Test
    void longListsSayHowManyMoreThereAre() {
        assertThat(Words.list(List.of("a", "b"))).isEqualTo("a, b");
        assertThat(Words.list(Stream.generate(() -> "x").limit(15).toList()))
                .startsWith("x, x")
                .endsWith("and 3 more");
    }
}
