package dev.truce.store.sqlite;

import dev.truce.store.OwnersFile;
import dev.truce.store.log.LogEvent;
import dev.truce.store.sql.Statements;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The SQLite file of a data directory, with a write-ahead log, every commit forced to disk. After an error its policy is to close
 * the file and open it again: a file handle whose force has failed says at the next force that all is well, and it is not.
 */
final class SqliteSource {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteSource.class);

    /** Name of the database file inside the data directory. */
    static final String FILE = "truce.db";

    /** Takes the lock before it reads, so that what it has read still holds when it writes. */
    private static final String BEGIN = "BEGIN IMMEDIATE";

    /** Codes of special cases have the code of the general case in their lowest byte. */
    private static final int PRIMARY_CODE = 0xff;

    private static final int BUSY_MILLIS = 5_000;

    private final Path file;
    private final Readers readers;
    private final SQLiteDataSource writing;

    /** The file of a directory; nothing is opened yet. */
    SqliteSource(Path directory) {
        this.file = directory.resolve(FILE);
        this.readers = new Readers(Jdbi.create(source(SQLiteConfig.TransactionMode.DEFERRED)));
        // Takes the lock before it reads, so that what it has read still holds when it writes.
        this.writing = source(SQLiteConfig.TransactionMode.IMMEDIATE);
    }

    private SQLiteDataSource source(SQLiteConfig.TransactionMode mode) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(mode);
        config.enforceForeignKeys(true);
        // Only a reader that checkpoints can hold the writer up, and never for long.
        config.setBusyTimeout(BUSY_MILLIS);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }

    /** Creates the file if need be. Sealed orders are inside, so nobody else on this machine may read it; SQLite gives its log the same mode. */
    void create() throws IOException {
        OwnersFile.create(file);
    }

    Path file() {
        return file;
    }

    SQLiteDataSource writing() {
        return writing;
    }

    /** Readers use connections of their own and see committed groups only. */
    Readers readers() {
        return readers;
    }

    /** Opens the writer. What a row held before is overwritten with zeros, since it may have been a name. */
    private Handle openWriter() {
        Handle handle = Jdbi.open(writing);
        handle.createQuery("PRAGMA secure_delete = ON").mapToMap().list();
        return handle;
    }

    /** Returns the statements of a writer. */
    Statements statements(Handle writer) {
        return new Statements(writer.getConnection(), BEGIN);
    }

    /**
     * Opens the writer at the start and after an error. What is in the log may be in memory only, and the kernel believes it written; so
     * it is copied into the database, which is forced, and the log begins again. Then the pages of the database are checked.
     */
    Handle openChecked() {
        Handle handle = openWriter();
        try {
            boolean unused = emptyLog(handle);
            makeSound(handle);
            return handle;
        } catch (RuntimeException e) {
            handle.close();
            throw e;
        }
    }

    /**
     * Rebuilds the database if its pages contradict themselves: an entry that is written into such a page can be lost, though it was saved.
     * What the entries of a page hold is not looked at, since their links tell, but for the names of rooms and classes: a name that differs from
     * its index is another one in lists of all rooms, and the right one for those who ask by it. Takes .04 s for 100,000 entries if all is
     * well. A database that cannot be rebuilt stays as it is; what can be read of it is served.
     */
    private static void makeSound(Handle writer) {
        if (isSound(writer) || mended(writer, "VACUUM")) {
            for (String table : List.of("room", "class")) {
                boolean unused = saysOk(writer, "integrity_check(" + table + ")") || mended(writer, "REINDEX " + table);
            }
        }
    }

    private static boolean mended(Handle writer, String mending) {
        try {
            writer.execute(mending);
            LOG.warn(LogEvent.JOURNAL_REBUILT.marker(), "the database was damaged, and has been rebuilt");
            return true;
        } catch (JdbiException damaged) {
            LOG.error(
                    LogEvent.JOURNAL_DAMAGED.marker(),
                    "the database is damaged and cannot be rebuilt: {}",
                    damaged.getMessage());
            return false;
        }
    }

    /** Returns whether the pages of a database contradict each other nowhere. */
    static boolean isSound(Handle writer) {
        return saysOk(writer, "quick_check(1)");
    }

    private static boolean saysOk(Handle writer, String check) {
        try {
            return writer.createQuery("PRAGMA " + check)
                    .mapTo(String.class)
                    .first()
                    .equals("ok");
        } catch (JdbiException damaged) {
            if (isDamage(damaged)) {
                return false;
            }
            throw damaged;
        }
    }

    /**
     * Copies the log into the database and empties it, since it may still have what a row held before. Waits for nobody.
     *
     * @return whether it is empty now; not if somebody reads from it
     */
    static boolean tryToEmptyLog(Handle writer) {
        writer.createQuery("PRAGMA busy_timeout = 0").mapToMap().list();
        try {
            return emptyLog(writer);
        } finally {
            writer.createQuery("PRAGMA busy_timeout = " + BUSY_MILLIS)
                    .mapToMap()
                    .list();
        }
    }

    private static boolean emptyLog(Handle writer) {
        return writer.createQuery("PRAGMA wal_checkpoint(TRUNCATE)")
                .map((row, context) -> row.getInt(1) == 0)
                .one();
    }

    /** Returns whether an error says that the file is damaged. */
    static boolean isDamage(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException found) {
                return (found.getResultCode().code & PRIMARY_CODE) == SQLiteErrorCode.SQLITE_CORRUPT.code;
            }
        }
        return false;
    }
}
