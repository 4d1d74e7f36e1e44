package dev.truce.store.postgres;

import static dev.truce.store.StoredThings.input;
import static dev.truce.store.StoredThings.opened;
import static dev.truce.store.postgres.PostgresStoreTest.done;
import static dev.truce.store.postgres.PostgresStoreTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.store.Batch.Appended;
import dev.truce.store.EventStore;
import dev.truce.store.StoreException.Code;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of its own: after a crash a database forces all its files to the disk, those of other tests, too. */
class CrashedDatabaseTest {
    private static @Nullable DatabaseServer started;

    @TempDir
    Path data;

    @BeforeAll
    static void startServer() throws Exception {
        started = DatabaseServer.start();
    }

    @AfterAll
    static void stopServer() {
        if (started != null) {
            started.close();
        }
    }

    private static DatabaseServer server() {
        return Objects.requireNonNull(started);
    }

    @Test
    void aCrashOfTheDatabaseKeepsWhatWasAcknowledged() throws Exception {
        Database there = new Database(server().database(), DatabaseServer.PASSWORD);
        try (EventStore store = PostgresStore.open(there, data, false)) {
            done(store, opened("m-1", "ABCDEFGH"));
            long last = 1;
            for (int crash = 0; crash < 2; crash++) {
                done(store, input("m-1", last));
                last++;
                server().crash();
                assertThat(store.append(List.of(input("m-1", last)))).isInstanceOf(Appended.Unknown.class);
                assertThat(store.append(List.of(input("m-1", last)))).isInstanceOf(Appended.Unknown.class);
                refused(Code.STORE_UNREACHABLE, store::reopen);
                server().begin();
                store.reopen();
                assertThat(store.last("m-1")).isEqualTo(last);
                assertThat(store.check("m-1")).isEmpty();
            }
        }
    }

    @Test
    void aDatabaseThatForcesNothingToItsDiskIsRefused() throws Exception {
        Database there = new Database(server().database(), DatabaseServer.PASSWORD);
        for (String setting : List.of("fsync=off", "full_page_writes=off", "synchronous_commit=off")) {
            server().crash();
            server().begin(setting);
            refused(Code.STORE_NOT_DURABLE, () -> PostgresStore.open(there, data, false));
        }
    }
}
