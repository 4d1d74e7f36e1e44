package dev.truce.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.store.StoredMatch.StoredInput;
import dev.truce.store.sqlite.KilledStoreMain.Point;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A journal whose process is killed again and again, at each named point: what was acknowledged is there, once. */
class KilledStoreTest {
    private static final Logger LOG = LoggerFactory.getLogger(KilledStoreTest.class);
    private static final int UNACKNOWLEDGED = 1;

    @TempDir
    Path data;

    /** How often it is killed. */
    int kills() {
        return 7;
    }

    @Test
    void whatWasAcknowledgedIsThereOnce() throws Exception {
        long seed = kills();
        Random random = new Random(seed);
        Map<Point, Integer> killed = new EnumMap<>(Point.class);
        Point[] points = Point.values();
        // Entry 1 opens the room.
        long acknowledged = 1;
        for (int kill = 0; kill < kills(); kill++) {
            // Each second point, so that few kills meet every kind.
            Point point = points[2 * kill % points.length];
            acknowledged = Math.max(acknowledged, life(point, random));
            killed.merge(point, 1, Integer::sum);
            long last = last();
            assertThat(last)
                    .as("kill %d at %s, seed %d", kill, point, seed)
                    .isBetween(acknowledged, acknowledged + UNACKNOWLEDGED);
            acknowledged = last;
            LOG.info("{} entries kept, killed {}", acknowledged, killed);
        }
    }

    /** Lets it live until it dies, and returns the last number that it said was saved. */
    private long life(Point point, Random random) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledStoreMain.class.getName(),
                        data.toString(),
                        point.name(),
                        Integer.toString(3 * (1 + random.nextInt(3))),
                        Integer.toString(point == Point.IN_OPEN ? random.nextInt(400_000) : random.nextInt(3_000)))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long saved = 0;
        long more = random.nextInt(200);
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.matches("[0-9]+")) {
                    saved = Long.parseLong(line);
                    if (point == Point.NEVER && more-- == 0) {
                        process.toHandle().destroyForcibly();
                    }
                }
            }
        }
        assertThat(process.waitFor()).as("killed at %s", point).isEqualTo(137);
        return saved;
    }

    private long last() {
        try (SqliteStore store = SqliteStore.open(data)) {
            for (String stream : store.allStreams()) {
                assertThat(store.check(stream)).isEmpty();
            }
            List<StoredInput> inputs =
                    store.match("m-1").map(match -> match.inputs()).orElse(List.of());
            for (StoredInput input : inputs) {
                assertThat(new String(input.payload(), StandardCharsets.UTF_8))
                        .as("each once, in order")
                        .isEqualTo(Long.toString(input.seq()));
            }
            return Math.max(1, store.last("m-1"));
        }
    }
}
