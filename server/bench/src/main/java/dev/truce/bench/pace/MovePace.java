package dev.truce.bench.pace;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Lets moves begin at set times, one after the other, however long their answers take: a server that is slow for a while does not get
 * less to do, and each move that it kept waiting counts from the time that was set for it. Thread-safe.
 */
public final class MovePace implements Supplier<CompletableFuture<Long>>, AutoCloseable {
    private final long gapNanos;
    private final Thread thread = new Thread(this::run, "bench-pace");
    private final Deque<CompletableFuture<Long>> waiting = new ArrayDeque<>();
    /** Times that have gone by while nobody had a move to make. */
    private final Deque<Long> missed = new ArrayDeque<>();

    private long late;
    private long given;
    private volatile boolean isClosed;

    private MovePace(int movesPerSecond) {
        gapNanos = TimeUnit.SECONDS.toNanos(1) / movesPerSecond;
        thread.setDaemon(true);
    }

    /**
     * Starts to set times.
     *
     * @param movesPerSecond at least 1
     */
    public static MovePace start(int movesPerSecond) {
        MovePace pace = new MovePace(movesPerSecond);
        pace.thread.start();
        return pace;
    }

    /** Asks for a turn; completes when it has come, with the time that was set for it, by {@link System#nanoTime}. */
    @Override
    public synchronized CompletableFuture<Long> get() {
        given++;
        Long set = missed.poll();
        if (set != null) {
            late++;
            return CompletableFuture.completedFuture(set);
        }
        CompletableFuture<Long> turn = new CompletableFuture<>();
        waiting.add(turn);
        return turn;
    }

    private void run() {
        for (long set = System.nanoTime() + gapNanos; !isClosed; set += gapNanos) {
            for (long left = set - System.nanoTime(); left > 0 && !isClosed; left = set - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            CompletableFuture<Long> turn;
            synchronized (this) {
                turn = waiting.poll();
                if (turn == null) {
                    missed.add(set);
                    continue;
                }
            }
            turn.complete(set);
        }
    }

    /** Forgets what has gone by, and counts from now on. */
    public synchronized void begin() {
        missed.clear();
        late = 0;
        given = 0;
    }

    /** Returns how many of a hundred turns had gone by when somebody asked for them: those who move were too few, or were kept waiting. */
    public synchronized double latePercent() {
        return given == 0 ? 0 : 100.0 * late / given;
    }

    @Override
    public void close() {
        isClosed = true;
        LockSupport.unpark(thread);
    }
}
