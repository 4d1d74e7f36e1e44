package dev.truce.tournament.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes things on several threads and hands them over in the order of their indices on the thread that asked. What is finished
 * early waits in a ring of fixed size, and a thread that is too far ahead of the first missing thing waits too; so memory does
 * not grow with the number of things, and their order does not depend on the number of threads.
 *
 * @param <T> what is made
 */
public final class OrderedParallel<T> {
    /** How far a thread may be ahead, for each thread. */
    private static final int AHEAD = 16;

    /** How long threads are waited for that were told to stop. */
    private static final Duration PARTING = Duration.ofSeconds(5);

    private final int threads;
    private final Duration patience;
    private final Supplier<IntFunction<T>> makers;
    private volatile boolean isStopped;
    private volatile @Nullable Belt<T> running;

    /** Takes things in order. */
    public interface Taker<T> {
        /**
         * Takes the next thing.
         *
         * @return whether to go on
         */
        boolean take(T made);
    }

    /**
     * Prepares one.
     *
     * @param threads how many threads make things, at least 1
     * @param patience how long the making of one thing may take before all is given up
     * @param makers gives each thread what makes a thing of an index
     * @throws IllegalArgumentException unless there is at least one thread
     */
    public OrderedParallel(int threads, Duration patience, Supplier<IntFunction<T>> makers) {
        if (threads < 1) {
            throw new IllegalArgumentException(threads + " threads, expected at least 1");
        }
        this.threads = threads;
        this.patience = patience;
        this.makers = makers;
    }

    /**
     * Makes the things of indices {@code from} to {@code to - 1} and hands them over in order, until the taker has enough.
     *
     * @throws InterruptedException if this thread was interrupted; nothing is handed over after that
     * @throws StalledException if one thing took longer than the patience
     * @throws IllegalStateException if a maker threw
     */
    public void run(int from, int to, Taker<T> taker) throws InterruptedException, StalledException {
        Belt<T> belt = new Belt<>(from, to, threads * AHEAD);
        running = belt;
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> work(belt, failure), "pairs-" + (i + 1));
            thread.setDaemon(true);
            workers.add(thread);
            thread.start();
        }
        try {
            for (int index = from; index < to && !isStopped; index++) {
                T made = belt.await(patience);
                if (isStopped) {
                    // What came at the last moment may owe it to the end of the program, which ends bots as well.
                    return;
                }
                Throwable thrown = failure.get();
                if (thrown != null) {
                    throw new IllegalStateException("pair " + index + " could not be played: " + thrown, thrown);
                }
                if (made == null) {
                    throw new StalledException(index, patience);
                }
                if (!taker.take(made)) {
                    return;
                }
            }
        } finally {
            belt.close();
            dismiss(workers);
        }
    }

    /** Has {@link #run} return soon, from any thread; what was handed over by then is all. */
    public void stop() {
        isStopped = true;
        Belt<T> belt = running;
        if (belt != null) {
            belt.close();
        }
    }

    private void work(Belt<T> belt, AtomicReference<@Nullable Throwable> failure) {
        try {
            IntFunction<T> maker = makers.get();
            for (int index = belt.next(); index >= 0; index = belt.next()) {
                belt.put(index, maker.apply(index));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error thrown) {
            failure.compareAndSet(null, thrown);
            belt.close();
        }
    }

    private static void dismiss(List<Thread> workers) throws InterruptedException {
        for (Thread thread : workers) {
            thread.interrupt();
        }
        long until = System.nanoTime() + PARTING.toNanos();
        for (Thread thread : workers) {
            thread.join(Math.max(1, (until - System.nanoTime()) / 1_000_000));
        }
    }

    /** The ring between makers and taker. */
    private static final class Belt<T> {
        private final int to;
        private final @Nullable Object[] ring;
        private int next;
        private int taken;
        private boolean isClosed;

        Belt(int from, int to, int size) {
            this.next = from;
            this.taken = from;
            this.to = to;
            this.ring = new @Nullable Object[size];
        }

        /** Returns the index that the calling thread is to make, or -1 if there is none left. */
        synchronized int next() throws InterruptedException {
            while (!isClosed && next < to && next >= taken + ring.length) {
                wait();
            }
            return isClosed || next >= to ? -1 : next++;
        }

        synchronized void put(int index, T made) {
            ring[index % ring.length] = made;
            notifyAll();
        }

        /** Returns the next thing, or null if it did not come in time or the belt was closed. */
        @SuppressWarnings("unchecked") // put stores nothing else.
        synchronized @Nullable T await(Duration patience) throws InterruptedException {
            int slot = taken % ring.length;
            // A longer patience than a clock of nanoseconds counts, some three hundred years, becomes as long as it
            // counts.
            long until = System.nanoTime() + TimeUnit.NANOSECONDS.convert(patience);
            while (ring[slot] == null && !isClosed) {
                long left = until - System.nanoTime();
                if (left <= 0) {
                    return null;
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
            T made = (T) ring[slot];
            ring[slot] = null;
            taken++;
            notifyAll();
            return made;
        }

        synchronized void close() {
            isClosed = true;
            notifyAll();
        }
    }
}
