package dev.truce.app.config;

import dev.truce.app.config.StartException.Code;
import dev.truce.store.EventStore;
import dev.truce.store.StoreAddress;
import dev.truce.store.StoreException;
import dev.truce.store.StoreService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens the database that keeps the journal of a server, and says why it cannot be opened. */
public final class DatabaseStart {
    /** Environment variable with the password. It is no setting, as settings are shown. */
    public static final String PASSWORD = "TRUCE_STORE_PASSWORD";

    /** No password is longer; who names a large file by mistake hears so. */
    private static final long MAX_PASSWORD_BYTES = 4_096;

    private DatabaseStart() {}

    /**
     * Opens it for a server that is the only one there.
     *
     * @param directory keeps how far this server has written
     * @throws StartException if it cannot be used; says what would be right
     */
    public static EventStore open(
            StoreAddress address, ServerConfig config, Path directory, Map<String, String> environment)
            throws StartException {
        String password = password(config.storePasswordFile(), environment);
        try {
            return service().open(address, password, directory, config.acceptLoss());
        } catch (StoreException fault) {
            throw refused(fault);
        }
    }

    /**
     * Returns what opens databases.
     *
     * @throws StartException if the jar with the driver is not there
     */
    public static StoreService service() throws StartException {
        return StoreService.find().orElseThrow(() -> new StartException(Code.CLUSTER_ABSENT, "cluster-absent"));
    }

    /**
     * Returns the password: from the file that is named, else from the environment.
     *
     * @return null if nobody says it here; then the driver looks into the user's file of passwords
     * @throws StartException if the file cannot be read, or is empty
     */
    public static @Nullable String password(Optional<Path> file, Map<String, String> environment)
            throws StartException {
        if (file.isEmpty()) {
            String said = environment.getOrDefault(PASSWORD, "");
            return said.isEmpty() ? null : said;
        }
        try {
            String text = Files.size(file.get()) > MAX_PASSWORD_BYTES
                    ? ""
                    : Files.readString(file.get(), StandardCharsets.UTF_8);
            String password = text.lines().findFirst().orElse("");
            if (password.isEmpty()) {
                throw new StartException(Code.BAD_PASSWORD_FILE, "password-none", file.get());
            }
            return password;
        } catch (IOException e) {
            throw new StartException(Code.BAD_PASSWORD_FILE, "password-file", file.get(), e);
        }
    }

    /** Returns what a database that cannot be opened is told as. */
    public static StartException refused(StoreException fault) {
        String what = String.valueOf(fault.getMessage()).replaceAll("\\s+", " ");
        return switch (fault.code()) {
            case STORE_NOT_DURABLE -> new StartException(Code.STORE_NOT_DURABLE, "store-not-durable", what);
            case STORE_REFUSED -> new StartException(Code.STORE_REFUSED, "store-refused", what);
            case STORE_TOO_OLD -> new StartException(Code.STORE_TOO_OLD, "store-too-old", what);
            case STORE_POOLED -> new StartException(Code.STORE_POOLED, "store-pooled", what);
            case STORE_IN_USE -> new StartException(Code.STORE_IN_USE, "store-in-use");
            case STORE_NOT_EMPTY -> new StartException(Code.STORE_NOT_EMPTY, "store-not-empty", what);
            case JOURNAL_VERSION -> new StartException(Code.JOURNAL_VERSION, "store-version", what);
            case JOURNAL_TRUNCATED -> new StartException(Code.JOURNAL_TRUNCATED, "journal-truncated", what);
            case WITNESS_UNREADABLE -> new StartException(Code.WITNESS_UNREADABLE, "store-witness", what);
            case DISK_FULL -> new StartException(Code.DISK_FULL, "store-full", what);
            case READ_ONLY -> new StartException(Code.READ_ONLY, "store-read-only", what);
            case UNAVAILABLE, STORE_UNREACHABLE ->
                new StartException(Code.STORE_UNREACHABLE, "store-unreachable", what);
        };
    }
}
