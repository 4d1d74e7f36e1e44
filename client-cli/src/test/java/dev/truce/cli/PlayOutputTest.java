package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program gets that plays by lines. */
class PlayOutputTest {
    @TempDir
    private Path folder = Path.of("");

    private static final PublishedSchema SCHEMA = PublishedSchema.named("play-output");

    private Typed play(String side, List<String> typed) throws IOException {
        Path script = Files.write(folder.resolve("script.txt"), typed);
        Path record = folder.resolve("played.twg");
        return Typed.line(
                "play",
                "--json",
                "--side",
                side,
                "--vs",
                "negotiator",
                "--seed",
                "5",
                "--rounds",
                "3",
                "--script",
                script.toString(),
                "--record",
                record.toString());
    }

    private static List<String> types(Typed played) {
        return played.lines().stream()
                .map(line -> line.replaceFirst("^\\{\"type\":\"(\\w+)\".*", "$1"))
                .toList();
    }

    @Test
    void everyLineIsAnObjectThatFitsTheSchema() throws IOException {
        for (String side : List.of("us", "cn")) {
            Typed played = play(
                    side,
                    List.of(
                            "legal",
                            "tarif",
                            "PORT=50",
                            "commit",
                            "break A1",
                            "ready",
                            "close",
                            "pacts",
                            "ready",
                            "close",
                            "why",
                            "ready",
                            "close",
                            "quit"));
            for (String line : played.lines()) {
                SCHEMA.assertFits(line);
            }
            List<String> types = types(played);
            assertThat(types).contains("open", "line", "text", "error", "round", "end");
            assertThat(types.stream().filter("open"::equals)).hasSize(3);
            assertThat(types.stream().filter("round"::equals)).hasSize(3);
            assertThat(types.stream().filter("end"::equals)).hasSize(1);
        }
    }

    @Test
    void whatIsTypedStandsBeforeItsAnswer() throws IOException {
        List<String> lines = play("us", List.of("FENT=7", "quit")).lines();
        int typed = lines.indexOf("{\"type\":\"line\",\"text\":\"FENT=7\"}");
        assertThat(typed).isPositive();
        assertThat(lines.get(typed + 1))
                .startsWith("{\"type\":\"error\",\"code\":\"LEVEL_NOT_ON_LADDER\"")
                .contains("\"next\":\"FENT=5\"");
    }

    @Test
    void aRoundHidesWhatTheSeatDoesNotSee() throws IOException {
        Typed played = play("us", List.of("ready", "close", "quit"));
        assertThat(played.lines())
                .filteredOn(line -> line.startsWith("{\"type\":\"round\""))
                .hasSize(1)
                .allMatch(line -> line.contains("\"cn.soy_purchases\":null"));
    }

    @Test
    void aBotThatPlaysByItselfHasNoLines() {
        Typed refused = Typed.line("join", "127.0.0.1:1", "7QKM2XPA", "--bot", "hold", "--json");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("\"code\":\"OPTIONS_CONFLICT\"");
    }
}
