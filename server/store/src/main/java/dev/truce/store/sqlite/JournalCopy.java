package dev.truce.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the journal of a server that has stopped. Works on a copy, so that nothing of it is touched. */
public final class JournalCopy {
    private static final List<String> FILES = List.of(SqliteSource.FILE, SqliteSource.FILE + "-wal");

    private JournalCopy() {}

    /**
     * Returns what is read from a journal.
     *
     * @throws dev.truce.store.StoreException if it cannot be read or is of another version
     * @throws IOException if there is no room for a copy
     */
    public static <T> T read(Path directory, Function<? super SqliteStore, T> reader) throws IOException {
        return with(directory, copy -> {
            try (SqliteStore store = SqliteStore.readOnly(copy, new SqliteSource(copy))) {
                return reader.apply(store);
            }
        });
    }

    /** Returns what is read from a folder with a copy of a journal. */
    static <T> T with(Path directory, Function<Path, T> reader) throws IOException {
        Path copy = Files.createTempDirectory("truce-journal-");
        try {
            for (String file : FILES) {
                if (Files.exists(directory.resolve(file))) {
                    Files.copy(directory.resolve(file), copy.resolve(file));
                }
            }
            return reader.apply(copy);
        } finally {
            delete(copy);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
