package dev.truce.store.sqlite;

import dev.truce.store.sql.Statements;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The connections that read. Some are kept open, because opening one takes longer than most queries. Thread-safe. */
final class Readers implements AutoCloseable {
    /** As many as the threads of a server that read at the same time. */
    private static final int MAX_IDLE = 4;

    private final Jdbi opener;
    private final Deque<Reader> idle = new ArrayDeque<>();
    /** How often all were closed; a connection that was opened before is not kept. */
    private int closings;

    /** A connection, and the statements that it has prepared. */
    private record Reader(Handle handle, Statements statements) {
        static Reader over(Handle handle) {
            return new Reader(handle, new Statements(handle.getConnection(), "BEGIN"));
        }

        void close() {
            try {
                statements.close();
            } finally {
                handle.close();
            }
        }
    }

    Readers(Jdbi opener) {
        this.opener = opener;
    }

    /** Reads in one transaction, so that what belongs together is of the same moment. */
    <T> T read(Function<Statements, T> query) {
        return with(reader -> reader.statements.inTransaction(() -> query.apply(reader.statements)));
    }

    /**
     * Reads the row of a query that finds one row or none. The connection keeps the statement, as look-ups of a server ask for little and
     * often.
     */
    <T> Optional<T> find(String sql, Statements.Reading<T> reading, Object... values) {
        return with(reader -> reader.statements.find(sql, reading, values));
    }

    private <T> T with(Function<Reader, T> query) {
        Reader kept;
        int before;
        synchronized (this) {
            kept = idle.poll();
            before = closings;
        }
        Reader reader = kept == null ? Reader.over(opener.open()) : kept;
        boolean whole = false;
        try {
            T result = query.apply(reader);
            whole = true;
            return result;
        } finally {
            if (!whole || !keep(reader, before)) {
                reader.close();
            }
        }
    }

    /** Does something that makes a transaction of its own, over a connection of its own. */
    void use(Consumer<Handle> work) {
        opener.useHandle(work::accept);
    }

    private synchronized boolean keep(Reader reader, int before) {
        return before == closings && idle.size() < MAX_IDLE && idle.add(reader);
    }

    private synchronized @Nullable Reader takeToClose() {
        closings++;
        return idle.poll();
    }

    /** Closes those that nobody uses now; the others are closed by those who use them. Others may be opened afterwards. */
    @Override
    public void close() {
        for (Reader reader = takeToClose(); reader != null; reader = takeToClose()) {
            reader.close();
        }
    }
}
