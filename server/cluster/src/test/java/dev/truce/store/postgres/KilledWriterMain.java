package dev.truce.store.postgres;

import static dev.truce.store.StoredThings.input;
import static dev.truce.store.StoredThings.opened;

import dev.truce.store.Batch;
import dev.truce.store.Batch.Appended;
import dev.truce.store.StoreAddress;
import java.nio.file.Path;
import java.util.List;

/** Writes until it is killed, and says what is acknowledged: a match that was opened by its name, an entry by its number. */
final class KilledWriterMain {
    private static final int ENTRIES = 40;

    private KilledWriterMain() {}

    /** Arguments: address of the database, folder of the writer, what the names of its matches begin with. */
    public static void main(String... args) {
        Database database = new Database(StoreAddress.parse(args[0]).orElseThrow(), DatabaseServer.PASSWORD);
        try (PostgresStore store = PostgresStore.open(database, Path.of(args[1]), false)) {
            for (int match = 1; ; match++) {
                String stream = args[2] + match;
                append(store, opened(stream, stream));
                for (long last = 1; last < ENTRIES; last++) {
                    append(store, input(stream, last));
                    System.out.println(stream + " " + (last + 1));
                }
            }
        }
    }

    private static void append(PostgresStore store, Batch batch) {
        if (!(store.append(List.of(batch)) instanceof Appended.Done done)
                || !done.fenced().isEmpty()) {
            throw new IllegalStateException("not appended: " + batch.stream());
        }
    }
}
