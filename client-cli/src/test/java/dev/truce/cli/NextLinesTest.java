package dev.truce.cli;

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

/** A command line that is printed as the next one is one, to its last word. Those of a class are run in {@link ServedClassTest}. */
class NextLinesTest {
    private static final Path FROZEN = Path.of("src/test/resources/dev/truce/cli/frozen");
    private static final Path BUNDLES = Path.of("src/main/resources/dev/truce/cli");
    /** In the English scripts, and in the bundles of both languages; errors name the nearest option alone, without a value. */
    private static final Pattern NEXT = Pattern.compile("(?:Next: |next = 下一步：)(truce .*)");

    @Test
    void everyNextCommandLineIsOne() throws IOException {
        Set<String> lines = new TreeSet<>();
        for (Path folder : List.of(FROZEN, BUNDLES)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Matcher next = NEXT.matcher(Files.readString(file));
                    while (next.find()) {
                        lines.add(next.group(1).strip());
                    }
                }
            }
        }
        assertThat(lines).hasSizeGreaterThan(1);
        for (String line : lines) {
            String[] words = line.replace("truce ", "")
                    .replace("%s", "ILOILOIL")
                    .replace(":PORT", ":7400")
                    .split(" ");
            assertThat(Truce.parser(words)
                            .setCaseInsensitiveEnumValuesAllowed(true)
                            .parseArgs(words)
                            .hasSubcommand())
                    .as(line)
                    .isTrue();
        }
    }
}
