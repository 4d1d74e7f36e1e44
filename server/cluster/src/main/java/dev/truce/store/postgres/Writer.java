package dev.truce.store.postgres;

import dev.truce.store.OwnersFile;
import dev.truce.store.chain.JournalHead;
import dev.truce.store.chain.Witness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Who writes, and what he knows of it outside of the database: one that was restored, or a stand-by that took over, may lack the end.
 *
 * @param id his name in the database, drawn once for a folder
 * @param witness file that says how far he has come
 */
record Writer(String id, Path witness) {
    static final String FILE = "truce.writer";
    static final String WITNESS = "truce.written";

    private static final int ID_BYTES = 16;

    /** Returns the writer of a folder. */
    static Writer of(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file) || Files.size(file) == 0) {
            byte[] id = new byte[ID_BYTES];
            new SecureRandom().nextBytes(id);
            OwnersFile.create(file);
            Files.writeString(file, HexFormat.of().formatHex(id));
        }
        String id = Files.readString(file, StandardCharsets.UTF_8).strip();
        if (!id.matches("[0-9a-f]{" + 2 * ID_BYTES + "}")) {
            throw new IOException(file + ": no writer");
        }
        return new Writer(id, directory.resolve(WITNESS));
    }

    /** Returns how far he had come, or null if that is not known. */
    @Nullable
    JournalHead acknowledged() throws IOException {
        return Witness.readFile(witness);
    }
}
