package dev.truce.store;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes what happens durable. One thread drains a bounded queue, writes the group, commits once, and only then tells each
 * sender, in order. After the first failed write it takes nothing more: what a failed commit left on disk is unknown, and
 * only a start reads it again (fsync is never retried on the same file).
 */
public final class Journal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    /** Writes in one commit, at most. Larger groups no longer gain throughput and let the first of them wait longer. */
    private static final int GROUP = 256;

    /** How long {@link #close} waits for the queue to drain; a disk that needs longer is as good as gone. */
    private static final Duration CLOSE = Duration.ofSeconds(10);

    /** A sender; told exactly once for each write, from the journal's thread, and must not block. */
    public interface Sender {
        /** Does not care. */
        Sender NONE = new Sender() {
            @Override
            public void durable(long unixMillis) {}

            @Override
            public void failed() {}
        };

        /** The write and all before it are on disk since {@code unixMillis}. */
        void durable(long unixMillis);

        /** The write is not acknowledged and never will be. */
        void failed();
    }

    private record Write(List<Entry> entries, Sender sender) {}

    private static final Write STOP = new Write(List.of(), Sender.NONE);

    private final MatchStore store;
    private final CommitListener listener;
    private final Clock clock;
    private final int capacity;
    private final Semaphore room;
    private final LinkedBlockingQueue<Write> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean broken;
    private volatile boolean closing;

    /**
     * Starts the journal's thread.
     *
     * @param store where it writes; closed by {@link #close}
     * @param capacity writes that may wait, at least 1
     */
    public Journal(MatchStore store, CommitListener listener, Clock clock, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity + ", expected at least 1");
        }
        this.store = store;
        this.listener = listener;
        this.clock = clock;
        this.capacity = capacity;
        this.room = new Semaphore(capacity);
        this.thread = new Thread(this::run, "truce-journal");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Keeps a place in the queue, so that somebody who is about to change state knows that the change can be written.
     *
     * @return false if the queue is full or the journal has stopped; then nothing may be changed
     */
    public boolean reserve() {
        return !broken && !closing && room.tryAcquire();
    }

    /** Gives a place back that is not needed. */
    public void release() {
        room.release();
    }

    /**
     * Writes on a reserved place. Returns at once.
     *
     * @param entries become durable together; none waits for all writes before
     */
    public void write(List<Entry> entries, Sender sender) {
        queue.add(new Write(List.copyOf(entries), sender));
    }

    /** Returns whether a write has failed; then no write is acknowledged any more. */
    public boolean isBroken() {
        return broken;
    }

    /** Returns how many writes wait or are reserved. */
    public int depth() {
        return capacity - room.availablePermits();
    }

    /** Returns where the journal writes, for reading. */
    public MatchStore store() {
        return store;
    }

    private void run() {
        List<Write> group = new ArrayList<>(GROUP);
        while (true) {
            Write first = take();
            if (first == null) {
                break;
            }
            group.add(first);
            queue.drainTo(group, GROUP - 1);
            boolean last = group.remove(STOP);
            if (!group.isEmpty()) {
                commit(group);
            }
            group.clear();
            if (last && queue.isEmpty()) {
                break;
            }
            if (last) {
                queue.add(STOP);
            }
        }
        store.close();
    }

    private @Nullable Write take() {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            // Nobody interrupts this thread (an interrupt would close files under SQLite); treat it as the end.
            LOG.warn("the journal's thread was interrupted and stops");
            fail();
            return null;
        }
    }

    private void commit(List<Write> group) {
        List<Entry> entries = new ArrayList<>();
        for (Write write : group) {
            entries.addAll(write.entries);
        }
        boolean durable = false;
        if (!broken) {
            durable = entries.isEmpty() || written(entries);
        }
        room.release(group.size());
        long now = clock.millis();
        for (Write write : group) {
            tell(write.sender, durable, now);
        }
    }

    private boolean written(List<Entry> entries) {
        long begun = System.nanoTime();
        try {
            store.write(entries);
        } catch (RuntimeException e) {
            LOG.error("a write failed; the journal stops and nothing is acknowledged until a restart", e);
            fail();
            return false;
        }
        listener.committed(entries.size(), System.nanoTime() - begun);
        return true;
    }

    private void fail() {
        broken = true;
        listener.stopped();
    }

    private static void tell(Sender sender, boolean durable, long now) {
        try {
            if (durable) {
                sender.durable(now);
            } else {
                sender.failed();
            }
        } catch (RuntimeException e) {
            LOG.error("a sender could not be told about its write", e);
        }
    }

    /** Writes what waits, then closes the store. Takes 10 s at most. */
    @Override
    public void close() {
        closing = true;
        queue.add(STOP);
        try {
            thread.join(CLOSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warn("the journal did not drain within {} s", TimeUnit.MILLISECONDS.toSeconds(CLOSE.toMillis()));
        }
    }
}
