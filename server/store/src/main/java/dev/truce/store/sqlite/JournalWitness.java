package dev.truce.store.sqlite;

import dev.truce.store.StoreException;
import dev.truce.store.chain.JournalHead;
import dev.truce.store.chain.Witness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Writes the witness of a journal again if it cannot be read, as after an error of the disk that left zeros. */
public final class JournalWitness {
    /** What the unreadable witness is called from then on. */
    public static final String KEPT = Witness.FILE + ".unreadable";

    private JournalWitness() {}

    /**
     * Has the witness of a stopped server say that the journal ends where it ends now. Whether something is missing at that end cannot
     * be known any more.
     *
     * @return what was found in the journal, and the witness is as it was unless all of it is good; empty if the witness can be read or
     *     there is none, and nothing is to be done
     * @throws StoreException if the journal cannot be read or is of another version
     * @throws IOException if there is no room, or a file cannot be written
     */
    public static Optional<JournalCheck.Findings> renew(Path directory) throws IOException {
        try {
            JournalHead unused = Witness.read(directory);
            return Optional.empty();
        } catch (StoreException unreadable) {
            if (unreadable.code() != StoreException.Code.WITNESS_UNREADABLE) {
                throw unreadable;
            }
        }
        Path file = directory.resolve(Witness.FILE);
        Path kept = directory.resolve(KEPT);
        Files.move(file, kept, StandardCopyOption.REPLACE_EXISTING);
        boolean isRenewed = false;
        try {
            JournalCheck.Findings found = JournalCheck.of(directory);
            if (found.isGood()) {
                JournalHead head;
                try (Readers readers = new SqliteSource(directory).readers()) {
                    head = readers.read(JournalRow::in);
                }
                try (Witness witness = Witness.open(directory)) {
                    witness.write(head);
                }
                isRenewed = true;
            }
            return Optional.of(found);
        } finally {
            if (!isRenewed) {
                Files.move(kept, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
