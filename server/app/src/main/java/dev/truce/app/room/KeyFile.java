package dev.truce.app.room;

import dev.truce.app.config.StartException;
import dev.truce.store.OwnersFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/** A secret in a file that only its owner may read. */
public final class KeyFile {
    /** Name of that of the instructors who use a server, inside the data directory. */
    public static final String DESK = "desk.key";

    private KeyFile() {}

    /**
     * Reads a key; if there is no such file, it draws one and writes it.
     *
     * @throws StartException if the file cannot be used
     */
    public static PlaceToken of(Path file, SecureRandom random) throws StartException {
        try {
            if (!Files.exists(file)) {
                OwnersFile.create(file);
                Files.writeString(file, PlaceToken.draw(random).reveal() + "\n");
            }
            return PlaceToken.parse(Files.readString(file).strip()).orElseThrow(() -> new IOException("43 characters"));
        } catch (IOException e) {
            throw new StartException(StartException.Code.BAD_DATA_DIRECTORY, "data", file, e);
        }
    }
}
