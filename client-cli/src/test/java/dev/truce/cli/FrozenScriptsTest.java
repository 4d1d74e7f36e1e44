package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What command lines print, byte for byte. {@code -Dtest.jvm=-Dgolden=write} writes the scripts again; a change of them has
 * to be meant. {@code -Dtest.jvm=-Dscripts=plain} runs those alone whose names begin so.
 */
class FrozenScriptsTest {
    private static final Path SCRIPTS = Path.of("src/test/resources/dev/truce/cli/frozen");

    static Stream<String> scripts() throws IOException {
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    static Stream<String> chosen() throws IOException {
        String begin = System.getProperty("scripts", "");
        return scripts().filter(name -> name.startsWith(begin));
    }

    @ParameterizedTest
    @MethodSource("chosen")
    void printsWhatItPrinted(String name) throws IOException, InterruptedException {
        Path file = SCRIPTS.resolve(name);
        List<String> before = Files.readAllLines(file);
        String now = String.join("\n", new FrozenScript(before).run()) + "\n";
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(file, now);
        }
        assertThat(now).isEqualTo(Files.readString(file));
    }

    @Test
    void thereAreSixtyAndEachSaysHowItEnds() throws IOException {
        List<String> names = scripts().toList();
        assertThat(names).hasSizeGreaterThanOrEqualTo(60);
        for (String name : names) {
            List<String> lines = Files.readAllLines(SCRIPTS.resolve(name));
            assertThat(lines.stream().filter(line -> line.startsWith("$ ")).count())
                    .as(name)
                    .isPositive()
                    .isEqualTo(
                            lines.stream().filter(line -> line.startsWith("= ")).count());
        }
    }

    @Test
    void onlyWhatDiffersFromRunToRunIsMasked() {
        assertThat(FrozenScript.masked("truce 1.0.0 on 127.0.0.1:43210 at 09:08:07"))
                .isEqualTo("truce VERSION on 127.0.0.1:PORT at HH:MM:SS");
        assertThat(
                        FrozenScript.masked(
                                "4 of 9 matches, 7 per second, 0 min 1 s left\nPlayed 9 matches in 1 min 2.5 s, 7 per second.\n"))
                .isEqualTo("Played 9 matches in TIME, RATE per second.\n");
        String figures = "score 12.5, tariff 47 %, 127.0.0.1:7788, 10 s, 3 matches, truce 7\n";
        assertThat(FrozenScript.masked(figures)).isEqualTo(figures);
    }
}
