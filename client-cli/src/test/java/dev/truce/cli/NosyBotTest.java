package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.tournament.plan.Seeds;
import dev.truce.tournament.result.ResultException;
import dev.truce.tournament.result.RunCard;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command that looks for the seed of its match wherever a process can read, and does not find it. */
@Tag("jvm")
class NosyBotTest {
    /** Writes down what it is told, then the command line and environment of every process above it and the folder of results. */
    private static final String SCRIPT = """
        loot=$1
        out=$2
        while read -r line; do
            echo "$line" >> "$loot"
            case "$line" in
                twi*) echo "id name Nosy"; echo twiok ;;
                isready*) echo readyok ;;
                newmatch*)
                    process=$$
                    while [ "$process" -gt 0 ]; do
                        for file in cmdline environ; do
                            tr '\\0' '\\n' < /proc/$process/$file >> "$loot" 2> /dev/null
                        done
                        ls -l /proc/$process/fd >> "$loot" 2> /dev/null
                        process=$(sed 's/.*) . \\([0-9]*\\).*/\\1/' /proc/$process/stat 2> /dev/null || echo 0)
                    done
                    find "$out" >> "$loot"
                    find "$out" -type f -exec cat {} + >> "$loot"
                    exit 1 ;;
            esac
        done
        """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aDrawnSeedIsFoundNowhereWhileTheBotPlaysAndToldAtTheEnd() throws Exception {
        RunCard card = play("drawn", "");
        long seed = card.settings().seed();
        assertThat(seed).isPositive();
        assertNotFound("drawn", seed);

        play("again", "", "--seed", Long.toString(seed));
        assertThat(matches("again")).isEqualTo(matches("drawn"));
        // Typed where others can read it, it is found: so the bot looks in the right places.
        assertThat(loot("again")).contains(Long.toString(seed));
    }

    @Test
    void aSeedFromTheStandardInputIsFoundNowhere() throws Exception {
        long seed = 7_046_029_254_386_353_131L;
        RunCard card = play("input", seed + "\n", "--seed", "-");
        assertThat(card.settings().seed()).isEqualTo(seed);
        assertNotFound("input", seed);
    }

    private void assertNotFound(String name, long seed) throws IOException {
        long ofMatch = Seeds.ofPair(seed, 0);
        assertThat(matches(name)).contains("," + ofMatch + ",");
        String loot = loot(name);
        assertThat(loot)
                .contains(
                        "newmatch role US",
                        "newmatch role CN",
                        Truce.class.getName(),
                        "PATH=",
                        "\"state\" : \"sealed\"");
        for (long secret : new long[] {seed, ofMatch}) {
            assertThat(loot).doesNotContain(Long.toString(secret)).doesNotContainIgnoringCase(Long.toHexString(secret));
        }
    }

    private String matches(String name) throws IOException {
        return Files.readString(folder.resolve(name).resolve("matches.csv"));
    }

    private String loot(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".loot"), StandardCharsets.ISO_8859_1);
    }

    private RunCard play(String name, String input, String... more)
            throws IOException, InterruptedException, ResultException {
        Path script = Files.writeString(folder.resolve("nosy.sh"), SCRIPT);
        Path out = folder.resolve(name);
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Truce.class.getName(),
                "tournament"));
        words.addAll(
                List.of("--bot", "tft", "--bot", "sh " + script + " " + folder.resolve(name + ".loot") + " " + out));
        words.addAll(List.of("--pairs", "1", "--scenario", "class-8", "--tables", "csv,jsonl", "--concurrency", "1"));
        words.addAll(List.of(more));
        words.addAll(List.of("--out", out.toString()));
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve(name + ".log")))
                .isZero();
        RunCard card = RunCard.read(Files.readString(out.resolve(RunCard.FILE)));
        assertThat(card.names()).containsExactly("tft", "nosy");
        return card;
    }
}
