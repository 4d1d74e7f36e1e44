package dev.truce.store.sql;

import dev.truce.store.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The statements of a connection. Each is prepared once and kept, because a group of writes or a look-up takes less time than that. */
public final class Statements implements AutoCloseable {
    private static final String COMMIT = "COMMIT";
    private static final String ROLLBACK = "ROLLBACK";

    private final Connection connection;
    private final String begin;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /** Makes a value of a row. */
    public interface Reading<T> {
        /** Returns the value of the row at which the result stands. */
        T from(ResultSet row) throws SQLException;
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    /**
     * Has prepared nothing yet.
     *
     * @param connection commits each statement by itself; not closed by this
     * @param begin the database's statement that begins a transaction which writes
     */
    public Statements(Connection connection, String begin) {
        this.connection = connection;
        this.begin = begin;
    }

    /**
     * Does all of something or nothing of it.
     *
     * @throws StoreException if it could not be done
     */
    public <T> T inTransaction(Supplier<T> work) {
        run(begin);
        try {
            T done = work.get();
            run(COMMIT);
            return done;
        } catch (RuntimeException e) {
            try {
                run(ROLLBACK);
            } catch (StoreException alsoFailed) {
                // Some errors have already rolled it back. In any case the connection is closed after an error.
                e.addSuppressed(alsoFailed);
            }
            throw e;
        }
    }

    /** Runs a statement that changes something. */
    public void run(String sql, @Nullable Object... values) {
        int unused = with(sql, statement -> {
            bind(statement, values);
            return statement.executeUpdate();
        });
    }

    /** Puts the values for one more run of a statement beside those that {@link #runAll} will run. */
    public void add(String sql, @Nullable Object... values) {
        boolean unused = with(sql, statement -> {
            bind(statement, values);
            statement.addBatch();
            return true;
        });
    }

    /** Runs a statement with all values that were added. */
    public void runAll(String sql) {
        int[] unused = with(sql, PreparedStatement::executeBatch);
    }

    /** Reads the row of a query that finds one row or none. */
    public <T> Optional<T> find(String sql, Reading<T> reading, @Nullable Object... values) {
        return with(sql, statement -> {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(reading.from(rows)) : Optional.empty();
            }
        });
    }

    /** Reads the rows of a query. */
    public <T> List<T> list(String sql, Reading<T> reading, @Nullable Object... values) {
        List<T> all = new ArrayList<>();
        each(sql, row -> all.add(reading.from(row)), values);
        return all;
    }

    /** Reads the rows of a query one by one. */
    public void each(String sql, Reading<?> reading, @Nullable Object... values) {
        boolean unused = with(sql, statement -> {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Object unusedRow = reading.from(rows);
                }
            }
            return true;
        });
    }

    private <T> T with(String sql, Work<T> work) {
        try {
            PreparedStatement statement = prepared.get(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql);
                prepared.put(sql, statement);
            }
            return work.with(statement);
        } catch (SQLException e) {
            throw new StoreException("statement: " + e.getMessage(), e);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    @Override
    public void close() {
        for (PreparedStatement statement : prepared.values()) {
            try {
                statement.close();
            } catch (SQLException e) {
                throw new StoreException("closing: " + e.getMessage(), e);
            }
        }
        prepared.clear();
    }
}
