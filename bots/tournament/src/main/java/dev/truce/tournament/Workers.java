package dev.truce.tournament;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/** Does pieces of work on several threads, each with a duel of its own, and returns the results in the order of the pieces. */
final class Workers {
    private final int threads;

    /** A piece of work. */
    interface Piece<T> {
        T by(Duel duel);
    }

    /**
     * Prepares workers.
     *
     * @throws IllegalArgumentException unless there is at least one thread
     */
    Workers(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException(threads + " threads, expected at least 1");
        }
        this.threads = threads;
    }

    <T> List<T> run(Supplier<Duel> duels, List<Piece<T>> pieces) throws InterruptedException {
        AtomicReferenceArray<T> results = new AtomicReferenceArray<>(pieces.size());
        AtomicInteger next = new AtomicInteger();
        Callable<Integer> worker = () -> {
            Duel duel = duels.get();
            int done = 0;
            for (int i = next.getAndIncrement();
                    i < pieces.size() && !Thread.interrupted();
                    i = next.getAndIncrement()) {
                results.set(i, pieces.get(i).by(duel));
                done++;
            }
            return done;
        };
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(worker));
            }
            for (Future<Integer> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a game could not be played", e.getCause());
        } finally {
            pool.shutdownNow();
        }
        List<T> ordered = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            ordered.add(results.get(i));
        }
        return ordered;
    }
}
