package dev.truce.store.sql;

import java.util.ArrayDeque;
import java.util.Deque;
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
    private final Deque<Handle> idle = new ArrayDeque<>();
    /** How often all were closed; a connection that was opened before is not kept. */
    private int closings;

    Readers(Jdbi opener) {
        this.opener = opener;
    }

    /** Reads in one transaction, so that what belongs together is of the same moment. */
    <T> T read(Function<Handle, T> query) {
        Handle kept;
        int before;
        synchronized (this) {
            kept = idle.poll();
            before = closings;
        }
        Handle handle = kept == null ? opener.open() : kept;
        boolean whole = false;
        try {
            T result = handle.inTransaction(query::apply);
            whole = true;
            return result;
        } finally {
            if (!whole || !keep(handle, before)) {
                handle.close();
            }
        }
    }

    /** Does something that makes a transaction of its own, over a connection of its own. */
    void use(Consumer<Handle> work) {
        opener.useHandle(work::accept);
    }

    private synchronized boolean keep(Handle handle, int before) {
        return before == closings && idle.size() < MAX_IDLE && idle.add(handle);
    }

    private synchronized @Nullable Handle takeToClose() {
        closings++;
        return idle.poll();
    }

    /** Closes those that nobody uses now; the others are closed by those who use them. Others may be opened afterwards. */
    @Override
    public void close() {
        for (Handle handle = takeToClose(); handle != null; handle = takeToClose()) {
            handle.close();
        }
    }
}
