package dev.truce.store.sqlite;

import dev.truce.store.StoreException;
import dev.truce.store.chain.Links;
import dev.truce.store.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database to the schema of this version. */
final class Schema {
    /** Version of the journal's format: of its tables, its chain and what is in its entries. */
    static final int FORMAT = 2;

    private static final String MIGRATIONS = "classpath:dev/truce/store/sqlite/migration";

    /** Number of the last of them. */
    static final String NEWEST = "4";

    /** Where Flyway writes which of them it has run. */
    private static final String HISTORY = "flyway_schema_history";

    private Schema() {}

    /**
     * Migrates.
     *
     * @throws StoreException if the journal is of another format; then it is not touched
     */
    static void migrate(DataSource source) {
        boolean current = with(source, reading -> {
            requireNotFormat1(reading);
            return isCurrent(reading);
        });
        if (!current) {
            // It takes longer than all the rest of a start.
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(source)
                    .locations(MIGRATIONS)
                    .placeholders(Map.of("blob", "BLOB"))
                    .load()
                    .migrate();
        }
        boolean unused = with(
                source,
                writing -> writing.inTransaction(() -> {
                    if (format(writing) == 0) {
                        writing.run(
                                "INSERT INTO journal (id, format, group_number, digest) VALUES (1, ?, 0, ?)",
                                FORMAT,
                                Links.none());
                    }
                    require(writing);
                    ClassSums.begin(writing);
                    return true;
                }));
    }

    private static <T> T with(DataSource source, Function<Statements, T> work) {
        try (Connection connection = source.getConnection();
                Statements statements = new Statements(connection, "BEGIN IMMEDIATE")) {
            return work.apply(statements);
        } catch (SQLException e) {
            throw new StoreException("journal tables: " + e.getMessage(), e);
        }
    }

    /**
     * Returns whether a database has all tables of this version.
     *
     * @throws StoreException if its journal is of another format
     */
    static boolean isComplete(Statements reading) {
        require(reading);
        return isCurrent(reading);
    }

    private static boolean isCurrent(Statements reading) {
        return hasTable(reading, HISTORY)
                && reading.find(
                                "SELECT 1 FROM " + HISTORY + " WHERE version = ? AND success = 1",
                                row -> row.getInt(1),
                                NEWEST)
                        .isPresent();
    }

    /** Insists on a journal of this format. */
    static void require(Statements reading) {
        requireNotFormat1(reading);
        int format = format(reading);
        if (format != FORMAT) {
            throw new StoreException(
                    StoreException.Code.JOURNAL_VERSION, "journal version: " + format + ", expected: " + FORMAT);
        }
    }

    private static void requireNotFormat1(Statements reading) {
        if (hasTable(reading, "match_event")) {
            throw new StoreException(
                    StoreException.Code.JOURNAL_VERSION,
                    "journal version: 1, which only builds from before 2.0.0 read");
        }
    }

    private static int format(Statements reading) {
        return reading.find("SELECT format FROM journal", row -> row.getInt(1)).orElse(0);
    }

    private static boolean hasTable(Statements reading, String table) {
        return reading.find(
                        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", row -> row.getInt(1), table)
                .isPresent();
    }
}
