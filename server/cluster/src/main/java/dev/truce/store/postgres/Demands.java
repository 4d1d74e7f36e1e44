package dev.truce.store.postgres;

import dev.truce.store.StoreException;
import dev.truce.store.StoreException.Code;
import dev.truce.store.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.postgresql.PGConnection;

/**
 * What a database has to be for a journal: what it calls durable has to survive a cut of the power, and what a connection has locked has to be its own.
 *
 * @param version as PostgreSQL counts it, for example 150004
 * @param settings those of {@link #SETTINGS}
 * @param isStandBy whether it copies another database
 * @param greeted number of the process that greeted the connection
 * @param answering number of the process that answers it
 */
record Demands(int version, Map<String, String> settings, boolean isStandBy, int greeted, int answering) {
    private static final int OLDEST = 150_000;
    private static final List<String> SETTINGS = List.of("fsync", "full_page_writes", "synchronous_commit");

    Demands {
        settings = Map.copyOf(settings);
    }

    /** Asks a database what it is. */
    static Demands of(Connection connection, Statements asking) {
        Map<String, String> settings = new TreeMap<>();
        SETTINGS.forEach(name -> settings.put(name, text(asking, "SELECT current_setting('" + name + "')")));
        try {
            return new Demands(
                    Integer.parseInt(text(asking, "SELECT current_setting('server_version_num')")),
                    settings,
                    text(asking, "SELECT pg_is_in_recovery()::text").equals("true"),
                    connection.unwrap(PGConnection.class).getBackendPID(),
                    Integer.parseInt(text(asking, "SELECT pg_backend_pid()::text")));
        } catch (SQLException e) {
            throw Database.failure("database", e);
        }
    }

    private static String text(Statements asking, String query) {
        return asking.find(query, row -> row.getString(1)).orElseThrow();
    }

    /** Returns what is wrong, or empty. */
    Optional<StoreException> refusal() {
        if (version < OLDEST) {
            return refused(Code.STORE_TOO_OLD, "server_version_num: " + version);
        }
        // Settings and locks of a connection go astray where it has another process for each transaction.
        if (greeted != answering) {
            return refused(Code.STORE_POOLED, "process: greeting " + greeted + ", answering " + answering);
        }
        if (isStandBy) {
            return refused(Code.STORE_REFUSED, "stand-by");
        }
        return SETTINGS.stream()
                .filter(name -> "off".equals(settings.get(name)))
                .findFirst()
                .flatMap(name -> refused(Code.STORE_NOT_DURABLE, name));
    }

    private static Optional<StoreException> refused(Code code, String what) {
        return Optional.of(new StoreException(code, what));
    }
}
