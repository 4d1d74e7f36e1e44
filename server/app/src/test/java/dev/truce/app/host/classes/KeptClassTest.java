package dev.truce.app.host.classes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.store.Batch;
import dev.truce.store.Entry;
import dev.truce.store.StoredClass;
import dev.truce.store.sqlite.SqliteStore;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of the classes that had a code is meant. */
class KeptClassTest {
    private static final String CODE = "ABCDEFGH";

    @TempDir
    Path data;

    private static void open(SqliteStore store, String id, long unixMillis) {
        append(store, id, 0, new Entry.ClassOpened(new StoredClass(id, CODE, new byte[] {1}, unixMillis)));
    }

    private static void close(SqliteStore store, String id) {
        append(store, id, 1, new Entry.ClassClosed());
    }

    private static void append(SqliteStore store, String id, long after, Entry entry) {
        store.append(List.of(new Batch(id, after, List.of(entry))));
    }

    @Test
    void theOpenClassOfACodeIsMeantOrElseTheNewestThatWasClosed() {
        try (SqliteStore store = SqliteStore.open(data)) {
            assertThat(KeptClass.find(store, CODE)).isEmpty();
            open(store, "c-2", 2_000);
            close(store, "c-2");
            open(store, "c-3", 3_000);
            close(store, "c-3");
            assertThat(KeptClass.find(store, CODE)).map(StoredClass::classId).contains("c-3");
            // A clock may have been set back.
            open(store, "c-1", 1_000);
            assertThat(KeptClass.find(store, CODE)).map(StoredClass::classId).contains("c-1");
            close(store, "c-1");
            assertThat(KeptClass.find(store, CODE)).map(StoredClass::classId).contains("c-3");
        }
    }
}
