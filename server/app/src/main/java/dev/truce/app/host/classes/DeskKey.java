package dev.truce.app.host.classes;

import dev.truce.app.config.StartException;
import dev.truce.app.room.KeyFile;
import dev.truce.app.room.PlaceToken;
import java.nio.file.Path;
import java.security.SecureRandom;

/** The secret of the instructors who use a server, in a file that only its owner may read. */
public final class DeskKey {
    /** Name of the file inside the data directory. */
    public static final String FILE = "desk.key";

    private DeskKey() {}

    /**
     * Reads the desk key of a data directory; the first start writes one.
     *
     * @throws StartException if the file cannot be used
     */
    public static PlaceToken of(Path data, SecureRandom random) throws StartException {
        return KeyFile.of(data.resolve(FILE), random);
    }
}
