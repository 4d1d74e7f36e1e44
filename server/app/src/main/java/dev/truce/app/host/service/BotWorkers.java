package dev.truce.app.host.service;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Runs what hosted bots think, a bounded number of tasks at a time. Matches take turns: a free worker does one task of the match
 * that has waited longest, so that a match with many or slow bots delays each other match by no more than one task. Nothing here
 * depends on time, and bots count steps, so the load changes when a bot decides and never what. Thread-safe.
 */
public final class BotWorkers {
    private final Executor threads;
    private final int atOnce;
    /** Matches with tasks, each once, the next one first. */
    private final Deque<Turns> waiting = new ArrayDeque<>();

    private int running;
    private boolean closed;

    /** What waits of one match. */
    private final class Turns implements Executor {
        private final Deque<Runnable> tasks = new ArrayDeque<>();

        @Override
        public void execute(Runnable task) {
            synchronized (BotWorkers.this) {
                if (closed) {
                    throw new RejectedExecutionException("the server has stopped");
                }
                tasks.add(task);
                if (tasks.size() == 1) {
                    waiting.add(this);
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
     */
    public Executor ofMatch() {
        return new Turns();
    }

    /** Returns how many tasks wait for a worker: at most one for each bot. */
    public synchronized int waiting() {
        int tasks = 0;
        for (Turns match : waiting) {
            tasks += match.tasks.size();
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
                waiting.forEach(match -> match.tasks.clear());
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
        Turns match = waiting.poll();
        if (match == null) {
            return null;
        }
        Runnable task = match.tasks.poll();
        if (!match.tasks.isEmpty()) {
            waiting.add(match);
        }
        return task;
    }
}
