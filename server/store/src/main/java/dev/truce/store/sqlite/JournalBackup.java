package dev.truce.store.sqlite;

import dev.truce.store.OwnersFile;
import dev.truce.store.StoreException;
import dev.truce.store.chain.JournalHead;
import dev.truce.store.chain.Witness;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jdbi.v3.core.JdbiException;

/** Copies a journal as it is at one moment, with a witness of its own. The server may run on: it waits for nothing. */
public final class JournalBackup {
    private JournalBackup() {}

    /**
     * Copies a journal and checks the copy.
     *
     * @param from folder of the journal
     * @param to empty folder, on which a server can be started afterwards
     * @return what is wrong with the copy, which is what is wrong with the journal
     * @throws StoreException if it cannot be read, is of another version, or has lost its end
     * @throws IOException if the copy cannot be written
     */
    public static JournalCheck.Findings make(Path from, Path to) throws IOException {
        JournalHead acknowledged = Witness.read(from);
        Path file = to.resolve(SqliteSource.FILE);
        OwnersFile.create(file);
        try (Readers readers = new SqliteSource(from).readers()) {
            boolean unused = readers.read(Schema::isComplete);
            // No transaction may be open around it; it makes one of its own.
            readers.use(handle ->
                    handle.execute("VACUUM INTO ?", file.toAbsolutePath().toString()));
        } catch (JdbiException e) {
            throw new StoreException(Reserve.reason(to), "copying: " + e.getMessage(), e);
        }
        JournalHead copied;
        try (Readers readers = new SqliteSource(to).readers()) {
            copied = readers.read(JournalRow::in);
        }
        if (acknowledged != null && copied.hasLost(acknowledged)) {
            throw copied.lossOf(acknowledged);
        }
        try (Witness witness = Witness.open(to)) {
            witness.write(copied);
        }
        try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        return JournalCheck.of(to);
    }
}
