package dev.truce.store.journal;

import dev.truce.store.Batch;
import dev.truce.store.Batch.Appended;
import dev.truce.store.EventStore;
import dev.truce.store.EventStore.NodeBeat;
import dev.truce.store.StoreException;
import dev.truce.store.log.LogEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes what happens durable. One thread drains a bounded queue, appends the group, and only then tells each sender, in order.
 * After an error of the store it refuses all that waits, opens the store again as soon as that can be done, and goes on; nothing is
 * ever written a second time, since what the failed append left on disk is not known. The senders read it again.
 */
public final class Journal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    /** Writes in one commit, at most. Larger groups no longer gain throughput and let the first of them wait longer. */
    private static final int GROUP = 256;

    /** How long {@link #close} waits for the queue to drain; a disk that needs longer is probably lost. */
    private static final Duration CLOSE = Duration.ofSeconds(10);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** A sender; told exactly once for each write, from the journal's thread, and must not block. */
    public interface Sender {
        /** Needs no answer. */
        Sender NONE = new Sender() {
            @Override
            public void durable(long unixMillis) {}

            @Override
            public void failed() {}
        };

        /** The write and all before it are on disk since {@code unixMillis}. */
        void durable(long unixMillis);

        /** The write is not acknowledged; whether it is on disk has to be read, once the journal is open. */
        void failed();
    }

    /** Two that say the same are not the same, so it is no record. */
    private static final class Write {
        private final @Nullable Batch batch;
        private final Sender sender;

        Write(@Nullable Batch batch, Sender sender) {
            this.batch = batch;
            this.sender = sender;
        }
    }

    private static final Write STOP = new Write(null, Sender.NONE);
    private static final Write BEAT = new Write(null, Sender.NONE);

    private final EventStore store;
    private final CommitListener listener;
    private final Clock clock;
    private final int capacity;
    private final Semaphore room;
    private final LinkedBlockingQueue<Write> queue = new LinkedBlockingQueue<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private final LongSupplier nanos;
    private final Runnable due;
    private final @Nullable Thread thread;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private volatile boolean suspended;
    /** Whether opening the store again has failed as well. */
    private volatile boolean stays;

    private volatile StoreException.Code fault = StoreException.Code.UNAVAILABLE;
    private volatile boolean closing;
    /** The sign of life that waits; a new one takes its place, or is queued if it was just taken. */
    private final AtomicReference<@Nullable NodeBeat> nextBeat = new AtomicReference<>();

    private Duration pause = FIRST_PAUSE;
    private long suspendedAt;
    private long openAt;

    /**
     * Starts the journal's thread.
     *
     * @param store where it writes; closed by {@link #close}
     * @param capacity writes that may wait, at least 1
     */
    public Journal(EventStore store, CommitListener listener, Clock clock, int capacity) {
        this(store, listener, clock, capacity, System::nanoTime, null);
    }

    private Journal(
            EventStore store,
            CommitListener listener,
            Clock clock,
            int capacity,
            LongSupplier nanos,
            @Nullable Runnable due) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity + ", expected at least 1");
        }
        this.store = store;
        this.listener = listener;
        this.clock = clock;
        this.capacity = capacity;
        this.room = new Semaphore(capacity);
        this.nanos = nanos;
        if (due == null) {
            // The queue itself wakes the thread.
            this.due = () -> {};
            this.thread = new Thread(this::run, "truce-journal");
            thread.setDaemon(true);
            thread.start();
        } else {
            this.due = due;
            this.thread = null;
        }
    }

    /**
     * Returns a journal without a thread of its own, whose turns somebody else runs: a simulation has one thread for all.
     *
     * @param nanos the clock by which it waits for a store that has failed
     * @param due hears that there is work for {@link #turn}; must not run it itself
     */
    public static Journal inTurns(
            EventStore store, CommitListener listener, Clock clock, int capacity, LongSupplier nanos, Runnable due) {
        return new Journal(store, listener, clock, capacity, nanos, due);
    }

    /**
     * Keeps a place in the queue, so that a caller that is about to change state knows that the change can be written.
     *
     * @return false if the queue is full or the journal takes nothing now; then nothing may be changed
     */
    public boolean reserve() {
        return !suspended && !closing && room.tryAcquire();
    }

    /** Gives a place back that is not needed. */
    public void release() {
        room.release();
    }

    /** Writes on a reserved place. Returns at once. */
    public void write(Batch batch, Sender sender) {
        queue.add(new Write(batch, sender));
        due.run();
    }

    /** Writes a sign of life after what waits; one that is still waiting is replaced. Returns at once. */
    public void beat(NodeBeat beat) {
        if (nextBeat.getAndSet(beat) == null) {
            queue.add(BEAT);
            due.run();
        }
    }

    /** Whether the store has failed and is not open again. */
    public boolean isSuspended() {
        return suspended;
    }

    /** Whether it is suspended and the first try to open the store again has failed: a stop that is over before that concerns nobody. */
    public boolean staysSuspended() {
        return stays;
    }

    /** Has somebody hear when {@link #staysSuspended} changes; called from the journal's thread and must not block. */
    public void watch(Runnable changed) {
        watchers.add(changed);
    }

    /** Runs a task once the store is open: at once, or from the journal's thread; it must not block. */
    public void whenOpen(Runnable task) {
        synchronized (waiting) {
            if (suspended) {
                waiting.add(task);
                return;
            }
        }
        task.run();
    }

    /** Returns how many writes wait or are reserved. */
    public int depth() {
        return capacity - room.availablePermits();
    }

    /** For reading. */
    public EventStore store() {
        return store;
    }

    private void run() {
        boolean goesOn = true;
        while (goesOn) {
            goesOn = turn(take());
        }
    }

    /**
     * Writes a group of what waits, if anything does, and opens a store that has failed again if it is time to try. For a program that runs a
     * journal that has no thread, one call at a time.
     *
     * @return whether there is more to do, now or later
     */
    public boolean turn() {
        return turn(queue.poll()) && (suspended || !queue.isEmpty());
    }

    /** Returns whether another turn may come: after the last one the store is closed. */
    private boolean turn(@Nullable Write first) {
        List<Write> group = new ArrayList<>();
        if (first != null) {
            group.add(first);
            queue.drainTo(group, GROUP - 1);
        }
        boolean last = group.removeIf(write -> write == STOP);
        boolean alive = group.removeIf(write -> write == BEAT);
        if (!group.isEmpty()) {
            commit(group);
        }
        if (alive) {
            beat();
        }
        if (last && queue.isEmpty()) {
            store.close();
            return false;
        }
        if (last) {
            queue.add(STOP);
        }
        if (suspended && nanos.getAsLong() - openAt >= 0) {
            reopen();
        }
        return true;
    }

    private @Nullable Write take() {
        try {
            return suspended ? queue.poll(Math.max(0, openAt - nanos.getAsLong()), TimeUnit.NANOSECONDS) : queue.take();
        } catch (InterruptedException e) {
            // Nobody interrupts this thread (an interrupt would close files under SQLite); treat it as the end.
            LOG.warn(LogEvent.JOURNAL_INTERRUPTED.marker(), "the journal's thread was interrupted and stops");
            return STOP;
        }
    }

    private void commit(List<Write> group) {
        List<Batch> batches = new ArrayList<>();
        for (Write write : group) {
            if (write.batch != null) {
                batches.add(write.batch);
            }
        }
        Appended appended = suspended ? null : append(batches);
        room.release(group.size());
        long now = clock.millis();
        for (int i = 0; i < group.size(); i++) {
            boolean durable =
                    appended instanceof Appended.Done done && !done.fenced().contains(i);
            tell(group.get(i).sender, durable, now);
        }
    }

    private Appended append(List<Batch> batches) {
        long begun = nanos.getAsLong();
        Appended appended = store.append(batches);
        if (appended instanceof Appended.Unknown unknown) {
            suspend(unknown.cause());
        } else {
            int entries =
                    batches.stream().mapToInt(batch -> batch.entries().size()).sum();
            listener.committed(entries, nanos.getAsLong() - begun);
        }
        return appended;
    }

    private void beat() {
        NodeBeat beat = nextBeat.getAndSet(null);
        if (beat != null && !suspended) {
            try {
                store.beat(beat);
            } catch (RuntimeException e) {
                suspend(e);
            }
        }
    }

    /** Returns why the store has failed, or empty while it is open. */
    public Optional<StoreException.Code> fault() {
        return Optional.ofNullable(suspended ? fault : null);
    }

    private static StoreException.Code codeOf(RuntimeException cause) {
        return cause instanceof StoreException known ? known.code() : StoreException.Code.UNAVAILABLE;
    }

    private void suspend(RuntimeException cause) {
        fault = codeOf(cause);
        LOG.error(
                LogEvent.STORE_FAILED.marker(),
                "the store failed; nothing is acknowledged until it is open again",
                cause);
        synchronized (waiting) {
            suspended = true;
        }
        pause = FIRST_PAUSE;
        suspendedAt = nanos.getAsLong();
        openAt = suspendedAt + pause.toNanos();
        listener.suspended();
    }

    private void reopen() {
        try {
            store.reopen();
        } catch (RuntimeException e) {
            LOG.debug(LogEvent.STORE_CLOSED.marker(), "the store cannot be opened yet", e);
            fault = codeOf(e);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            openAt = nanos.getAsLong() + pause.toNanos();
            stay(true);
            return;
        }
        List<Runnable> tasks;
        synchronized (waiting) {
            suspended = false;
            tasks = List.copyOf(waiting);
            waiting.clear();
        }
        LOG.warn(
                LogEvent.STORE_OPEN.marker(),
                "the store is open again after {} ms",
                TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong() - suspendedAt));
        listener.resumed();
        stay(false);
        tasks.forEach(Journal::attempt);
    }

    private void stay(boolean now) {
        if (stays != now) {
            stays = now;
            watchers.forEach(Journal::attempt);
        }
    }

    private static void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error(LogEvent.TASK_FAILED.marker(), "a task that waited for the store failed", e);
        }
    }

    private static void tell(Sender sender, boolean durable, long now) {
        try {
            if (durable) {
                sender.durable(now);
            } else {
                sender.failed();
            }
        } catch (RuntimeException e) {
            LOG.error(LogEvent.SENDER_FAILED.marker(), "a sender could not be told about its write", e);
        }
    }

    /** Writes what waits, then closes the store. Takes 10 s at most. */
    @Override
    public void close() {
        closing = true;
        queue.add(STOP);
        if (thread == null) {
            due.run();
            return;
        }
        try {
            thread.join(CLOSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warn(
                    LogEvent.DRAIN_INCOMPLETE.marker(),
                    "the journal did not drain within {} s",
                    TimeUnit.MILLISECONDS.toSeconds(CLOSE.toMillis()));
        }
    }

    /** Hears how the writes of the journal go; called from its thread and must not block. */
    public interface CommitListener {
        /** Hears nothing. */
        CommitListener NONE = new CommitListener() {
            @Override
            public void committed(int entries, long nanos) {}

            @Override
            public void suspended() {}

            @Override
            public void resumed() {}
        };

        /** A group was made durable. */
        void committed(int entries, long nanos);

        /** A write failed, and nothing is taken until the store is open again. */
        void suspended();

        /** The store is open again. */
        void resumed();
    }
}
