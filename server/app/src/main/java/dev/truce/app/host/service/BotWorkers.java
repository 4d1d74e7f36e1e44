package dev.truce.app.host.service;

import dev.truce.app.quota.Owner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs what hosted bots think, a bounded number of tasks at a time. Owners take turns, classes before strangers, and the matches of an owner
 * among themselves: a free worker does one task of the match that has waited longest, of the owner who has waited longest. So an owner
 * with many matches, or slow bots, delays
 * each other owner by no more than one task for each worker. Nothing here
 * depends on time, and bots count steps, so the load changes when a bot decides and never what. Thread-safe.
 */
public final class BotWorkers {
    private final Executor threads;
    private final int atOnce;
    /** Owners with tasks, the next one first, and their matches with tasks, each once, the next one first. */
    private final Map<Owner, Deque<Turns>> waiting = new LinkedHashMap<>();

    private int running;
    private boolean closed;

    /** What waits of one match. */
    private final class Turns implements Executor {
        private final Deque<Runnable> tasks = new ArrayDeque<>();
        private final Supplier<Owner> owner;

        Turns(Supplier<Owner> owner) {
            this.owner = owner;
        }

        @Override
        public void execute(Runnable task) {
            synchronized (BotWorkers.this) {
                if (closed) {
                    throw new RejectedExecutionException("the server has stopped");
                }
                tasks.add(task);
                if (tasks.size() == 1) {
                    await(this);
                }
            }
            dispatch();
        }
    }

    /**
     * Makes workers without work.
     *
     * @param threads runs the tasks; is never given more than {@code atOnce} that have not ended
     * @param atOnce tasks that run at the same time, at least 1
     */
    public BotWorkers(Executor threads, int atOnce) {
        if (atOnce < 1) {
            throw new IllegalArgumentException("workers " + atOnce + ", expected at least 1");
        }
        this.threads = threads;
        this.atOnce = atOnce;
    }

    /**
     * Returns where a match puts its tasks. They begin in the order in which they were given, but may run at the same time. After
     * the end of the server it refuses them.
     *
     * @param owner tells whose the match is when it begins to wait
     */
    public Executor ofMatch(Supplier<Owner> owner) {
        return new Turns(owner);
    }

    private void await(Turns match) {
        waiting.computeIfAbsent(match.owner.get(), unused -> new ArrayDeque<>()).add(match);
    }

    /** Returns how many tasks wait for a worker: at most one for each bot. */
    public synchronized int waiting() {
        int tasks = 0;
        for (Deque<Turns> matches : waiting.values()) {
            for (Turns match : matches) {
                tasks += match.tasks.size();
            }
        }
        return tasks;
    }

    private void dispatch() {
        synchronized (this) {
            if (running >= atOnce || waiting.isEmpty()) {
                return;
            }
            running++;
        }
        try {
            threads.execute(this::work);
        } catch (RejectedExecutionException stopped) {
            synchronized (this) {
                running--;
                closed = true;
                waiting.values().forEach(matches -> matches.forEach(match -> match.tasks.clear()));
                waiting.clear();
            }
        }
    }

    private void work() {
        Runnable task = next();
        try {
            if (task != null) {
                task.run();
            }
        } finally {
            synchronized (this) {
                running--;
            }
            dispatch();
        }
    }

    private synchronized @Nullable Runnable next() {
        Owner owner = waiting.keySet().stream()
                .filter(Owner::ofClass)
                .findFirst()
                .or(() -> waiting.keySet().stream().findFirst())
                .orElse(null);
        Deque<Turns> matches = owner == null ? null : waiting.remove(owner);
        if (owner == null || matches == null) {
            return null;
        }
        Turns match = matches.remove();
        if (!matches.isEmpty()) {
            // After all others.
            waiting.put(owner, matches);
        }
        Runnable task = match.tasks.poll();
        if (!match.tasks.isEmpty()) {
            await(match);
        }
        return task;
    }
}
