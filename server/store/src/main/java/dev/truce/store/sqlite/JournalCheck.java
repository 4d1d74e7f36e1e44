package dev.truce.store.sqlite;

import dev.truce.store.BrokenStream;
import dev.truce.store.StoreException;
import dev.truce.store.chain.JournalHead;
import dev.truce.store.chain.Witness;
import dev.truce.store.sql.SqlStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says whether the journal of a server that has stopped is as it was written. Works on a copy, so that nothing of it is touched. */
public final class JournalCheck {
    private JournalCheck() {}

    /**
     * What was found.
     *
     * @param group number of the last group
     * @param matches how many matches there are
     * @param entries how many entries they have
     * @param witnessed whether there is a witness
     * @param broken matches that are not as they were written
     * @param fault what is wrong with the journal as a whole, or null
     */
    public record Findings(
            long group,
            int matches,
            long entries,
            boolean witnessed,
            List<BrokenStream> broken,
            @Nullable String fault) {
        public Findings {
            broken = List.copyOf(broken);
        }

        /** Returns whether nothing is known to be wrong but that the witness cannot be read. */
        public boolean lacksWitnessAlone() {
            return broken.isEmpty() && Witness.UNREADABLE.equals(fault);
        }

        /** Returns whether nothing is wrong. */
        public boolean isGood() {
            return broken.isEmpty() && fault == null;
        }
    }

    /** Returns whether a directory has a journal. */
    public static boolean hasJournal(Path directory) {
        return Files.isRegularFile(directory.resolve(SqliteSource.FILE));
    }

    /**
     * Checks all matches of a directory.
     *
     * @throws StoreException if it cannot be read or is of another version
     * @throws IOException if there is no room for a copy
     */
    public static Findings of(Path directory) throws IOException {
        return JournalCopy.with(directory, copy -> checked(directory, copy));
    }

    private static Findings checked(Path directory, Path copy) {
        SqliteSource source = new SqliteSource(copy);
        try (SqliteStore store = SqliteStore.readOnly(copy, source)) {
            List<String> streams = store.allStreams();
            List<BrokenStream> broken = new ArrayList<>();
            for (String stream : streams) {
                store.check(stream).ifPresent(broken::add);
            }
            JournalHead stored = source.readers().read(JournalRow::in);
            JournalHead acknowledged = null;
            String fault = null;
            try {
                acknowledged = Witness.read(directory);
            } catch (IOException | StoreException e) {
                fault = e.getMessage();
            }
            if (acknowledged != null && stored.hasLost(acknowledged)) {
                fault = stored.lossOf(acknowledged).getMessage();
            } else if (fault == null && !source.readers().read(ClassSums::areWhole)) {
                fault = SqlStore.OTHER_LISTS;
            } else if (fault == null && broken.isEmpty()) {
                boolean isWhole = Arrays.equals(source.readers().read(SqlStore::sumOfLinks), stored.digest());
                fault = isWhole ? null : JournalHead.OTHER_ENTRIES;
            }
            long entries = source.readers()
                    .read(reading -> reading.find("SELECT count(*) FROM event", row -> row.getLong(1))
                            .orElse(0L));
            return new Findings(stored.group(), streams.size(), entries, acknowledged != null, broken, fault);
        }
    }
}
