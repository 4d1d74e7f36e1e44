package dev.truce.store.sqlite;

import dev.truce.store.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

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
     * @param blob the database's word for bytes of any length
     * @throws StoreException if the journal is of another format; then it is not touched
     */
    static void migrate(DataSource source, String blob) {
        boolean current = Jdbi.create(source).withHandle(handle -> {
            requireNotFormat1(handle);
            return isCurrent(handle);
        });
        if (!current) {
            // It takes longer than all the rest of a start.
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(source)
                    .locations(MIGRATIONS)
                    .placeholders(Map.of("blob", blob))
                    .load()
                    .migrate();
        }
        Jdbi.create(source).useTransaction(handle -> {
            if (format(handle) == 0) {
                handle.execute(
                        "INSERT INTO journal (id, format, group_number, digest) VALUES (1, ?, 0, ?)",
                        FORMAT,
                        Links.none());
            }
            require(handle);
            ClassLists.begin(handle);
        });
    }

    /**
     * Returns whether a database has all tables of this version.
     *
     * @throws StoreException if its journal is of another format
     */
    static boolean isComplete(Handle handle) {
        require(handle);
        return isCurrent(handle);
    }

    private static boolean isCurrent(Handle handle) {
        return hasTable(handle, HISTORY)
                && handle.createQuery("SELECT count(*) FROM " + HISTORY + " WHERE version = ? AND success = 1")
                                .bind(0, NEWEST)
                                .mapTo(Integer.class)
                                .one()
                        == 1;
    }

    /** Insists on a journal of this format. */
    static void require(Handle handle) {
        requireNotFormat1(handle);
        int format = format(handle);
        if (format != FORMAT) {
            throw new StoreException(
                    StoreException.Code.JOURNAL_VERSION, "journal version: " + format + ", expected: " + FORMAT);
        }
    }

    private static void requireNotFormat1(Handle handle) {
        if (hasTable(handle, "match_event")) {
            throw new StoreException(
                    StoreException.Code.JOURNAL_VERSION,
                    "journal version: 1, which only builds from before 2.0.0 read");
        }
    }

    private static int format(Handle handle) {
        return handle.createQuery("SELECT format FROM journal")
                .mapTo(Integer.class)
                .findOne()
                .orElse(0);
    }

    private static boolean hasTable(Handle handle, String table) {
        try (ResultSet found = handle.getConnection().getMetaData().getTables(null, null, table, null)) {
            return found.next();
        } catch (SQLException e) {
            throw new StoreException("journal tables", e);
        }
    }
}
