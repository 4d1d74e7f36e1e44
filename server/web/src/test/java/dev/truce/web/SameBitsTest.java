package dev.truce.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.scenario.Scenario;
import dev.truce.scenario.Scenarios;
import dev.truce.web.browser.Browser;
import dev.truce.web.browser.RealServer;
import dev.truce.web.lab.Bouts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page plays the same matches as the Java virtual machine, to the last bit: end states, scores, and the whole hash chain. */
@Tag("browser")
class SameBitsTest {
    @TempDir
    Path data;

    /** A part of the pairs of bots; all of them before a release, with {@code -Dtest.jvm=-Dsame.all=true}. */
    private static final int PAIRS = Boolean.getBoolean("same.all") ? 340 : 100;

    private static final Map<String, Integer> MATCHES = matches();

    private static Map<String, Integer> matches() {
        Map<String, Integer> matches = new LinkedHashMap<>();
        matches.put("busan-2025", PAIRS);
        matches.put("geneva-2025", PAIRS);
        matches.put("history-2018", PAIRS);
        matches.put("symmetric", PAIRS);
        matches.put("class-8", PAIRS);
        return matches;
    }

    @Test
    void matchesEndInTheSameStateWithTheSameScoresAndChain() throws Exception {
        List<String> table = new ArrayList<>();
        table.add("scenario       matches   same   Java s   browser s");
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            browser.visit(server.page() + "#/join/ABCDEFGH");
            for (Map.Entry<String, Integer> row : MATCHES.entrySet()) {
                // Both at once: neither needs more than one processor.
                CompletableFuture<Timed> inJava =
                        CompletableFuture.supplyAsync(() -> Timed.of(Scenarios.named(row.getKey()), row.getValue()));
                long begun = System.nanoTime();
                List<String> shown =
                        List.of(played(browser, row.getKey(), row.getValue()).split("\n"));
                long end = System.nanoTime();
                List<String> expected = inJava.get().played();
                int same = 0;
                for (int number = 0; number < expected.size(); number++) {
                    assertThat(shown.get(number))
                            .as("%s, match %d", row.getKey(), number)
                            .isEqualTo(expected.get(number));
                    same++;
                }
                table.add(String.format(
                        "%-14s %7d %6d %8.1f %11.1f",
                        row.getKey(), row.getValue(), same, inJava.get().seconds(), (end - begun) / 1e9));
            }
            assertThat(browser.console()).isEmpty();
        }
        Path file = Path.of("target/same-bits.txt");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, String.join("\n", table) + "\n", StandardCharsets.UTF_8);
    }

    /** The check can fail: one number of the rules that differs in its last bit is noticed. */
    @Test
    void aNumberThatDiffersInItsLastBitIsNoticed() throws Exception {
        Scenario busan = Scenarios.busan2025();
        try (RealServer server = RealServer.start(data, 0);
                Browser browser = new Browser()) {
            browser.visit(server.page() + "#/join/ABCDEFGH");
            List<String> shown = List.of(played(browser, busan.id(), 20).split("\n"));
            assertThat(played(busan, 20)).isEqualTo(shown);
            assertThat(played(LastBit.of(busan), 20)).isNotEqualTo(shown);
        }
    }

    /** Matches as Java plays them, and how long that takes. */
    private record Timed(List<String> played, double seconds) {
        static Timed of(Scenario scenario, int count) {
            long begun = System.nanoTime();
            List<String> played = SameBitsTest.played(scenario, count);
            return new Timed(played, (System.nanoTime() - begun) / 1e9);
        }
    }

    private static List<String> played(Scenario scenario, int count) {
        Bouts bouts = new Bouts(scenario);
        List<String> played = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            played.add(bouts.play(number));
        }
        return played;
    }

    private static String played(Browser browser, String scenario, int count) throws Exception {
        return browser.run("{ const played = []; for (let i = 0; i < " + count + "; i++) played.push(truce.ask('bout "
                + scenario + " ' + i)); return played.join('\\n'); }");
    }
}
