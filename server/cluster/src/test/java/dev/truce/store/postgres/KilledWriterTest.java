package dev.truce.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.store.StoreAddress;
import dev.truce.store.StoredMatch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server is killed while it writes, and its database with it, as the power of both is cut. */
class KilledWriterTest {
    private static final int KILLS = 3;
    private static final int ACKNOWLEDGED = 150;

    @TempDir
    Path data;

    @Test
    void whatWasAcknowledgedIsThereOnce() throws Exception {
        try (DatabaseServer server = DatabaseServer.start()) {
            StoreAddress address = server.database();
            Map<String, Long> acknowledged = new TreeMap<>();
            for (int kill = 1; kill <= KILLS; kill++) {
                Process writer = writer(address, "k" + kill + "-");
                try (BufferedReader said =
                        new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
                    hear(said, acknowledged, ACKNOWLEDGED);
                    if (kill == 2) {
                        // The database alone: its writer goes on as long as it can, and no further.
                        server.crash();
                    }
                    // By its handle, which leaves open what it has said.
                    boolean unused = writer.toHandle().destroyForcibly();
                    hear(said, acknowledged, Integer.MAX_VALUE);
                }
                writer.waitFor();
                if (kill == KILLS) {
                    server.crash();
                }
                if (kill >= 2) {
                    server.begin();
                }
                verify(address, acknowledged);
            }
        }
    }

    private Process writer(StoreAddress address, String prefix) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriterMain.class.getName(),
                        address.toString(),
                        data.toString(),
                        prefix)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void hear(BufferedReader said, Map<String, Long> acknowledged, int most) throws IOException {
        String line = said.readLine();
        for (int heard = 1; line != null; heard++) {
            String[] words = line.split(" ");
            if (words.length == 2 && words[1].matches("[0-9]+")) {
                acknowledged.merge(words[0], Long.valueOf(words[1]), Math::max);
            }
            if (heard >= most) {
                return;
            }
            line = said.readLine();
        }
        assertThat(most).as("lines of a writer that was to write on").isEqualTo(Integer.MAX_VALUE);
    }

    private void verify(StoreAddress address, Map<String, Long> acknowledged) {
        Database database = new Database(address, DatabaseServer.PASSWORD);
        try (PostgresStore store = PostgresStore.open(database, data, false)) {
            assertThat(acknowledged).isNotEmpty();
            acknowledged.forEach((stream, last) -> {
                assertThat(store.check(stream)).isEmpty();
                StoredMatch match = store.match(stream).orElseThrow();
                assertThat(match.last()).isGreaterThanOrEqualTo(last);
                for (int i = 0; i < match.inputs().size(); i++) {
                    assertThat(new String(match.inputs().get(i).payload(), StandardCharsets.UTF_8))
                            .isEqualTo("input " + (i + 2));
                }
            });
        }
    }
}
