package dev.truce.bench.wire;

import dev.truce.bench.setting.BenchException;
import dev.truce.engine.orders.Reply;
import dev.truce.protocol.client.Saved;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Counts moves and how long they waited, from {@link #open} to {@link #close}. Thread-safe. */
final class MoveMeter {
    private static final double MEDIAN = 50;
    private static final double LATE = 99;
    private static final double LATEST = 99.9;

    private final LongAdder refused = new LongAdder();
    private final LongAdder matches = new LongAdder();
    private final Latencies latencies = new Latencies();
    private final Supplier<CompletableFuture<Long>> turns;
    private volatile boolean isOpen;
    private volatile long opened;

    /** Counts moves that are made as soon as somebody wants them. */
    MoveMeter() {
        this(() -> CompletableFuture.completedFuture(System.nanoTime()));
    }

    /**
     * Counts moves that wait for their turn.
     *
     * @param turns completes when a move may be made, with the time from which it counts
     */
    MoveMeter(Supplier<CompletableFuture<Long>> turns) {
        this.turns = turns;
    }

    /** From now on it counts what begins. */
    void open() {
        opened = System.nanoTime();
        isOpen = true;
    }

    /** From now on it counts no more. */
    void close() {
        isOpen = false;
    }

    /** Makes a move and notes its answer. */
    CompletableFuture<Reply<Saved>> measure(Supplier<CompletableFuture<Reply<Saved>>> move) {
        return turns.get()
                .thenCompose(begun -> move.get().whenComplete((answer, failed) -> {
                    if (answer instanceof Reply.Done<Saved>) {
                        acknowledged(begun);
                    } else if (answer != null && isOpen) {
                        refused.increment();
                    }
                }));
    }

    /**
     * A move was acknowledged.
     *
     * @param begun when it was made, by {@link System#nanoTime}
     */
    void acknowledged(long begun) {
        if (isOpen && begun - opened >= 0) {
            latencies.add(System.nanoTime() - begun);
        }
    }

    void matchEnded() {
        if (isOpen) {
            matches.increment();
        }
    }

    /** Returns how many matches have ended so far. */
    long ended() {
        return matches.sum();
    }

    /**
     * Returns what was counted; call it after {@link #close}.
     *
     * @throws BenchException if no move was acknowledged
     */
    WireFigures figures(Duration span, Duration serverCpu, double bytesPerMove) {
        long moves = latencies.count();
        if (moves == 0) {
            throw new BenchException("no move was acknowledged in " + span.toMillis() + " ms");
        }
        return new WireFigures(
                moves,
                refused.sum(),
                matches.sum(),
                span,
                serverCpu,
                Duration.ofNanos(latencies.percentile(MEDIAN)),
                Duration.ofNanos(latencies.percentile(LATE)),
                Duration.ofNanos(latencies.percentile(LATEST)),
                bytesPerMove);
    }
}
