package dev.truce.app.host.service;

import dev.truce.app.quota.Allowance;
import dev.truce.app.quota.Owner;
import dev.truce.store.log.LogEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the tasks of one match one after the other on a shared pool, so that a match needs no locks and never a thread of its
 * own. Thread-safe.
 */
public final class Mailbox {
    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);

    /** Tasks in a row before another match gets its turn. */
    private static final int TURN = 16;

    private final Executor pool;
    private final Allowance places;
    private final int turn;
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private boolean scheduled;
    private boolean closed;

    private record Offered(Owner owner, Runnable task) implements Runnable {
        @Override
        public void run() {
            task.run();
        }
    }

    /**
     * Makes an empty mailbox.
     *
     * @param pool takes every task; it is never given more than one at a time for this mailbox
     * @param capacity offered tasks that may wait, at least 1
     */
    public Mailbox(Executor pool, int capacity) {
        this(pool, capacity, TURN);
    }

    /** Makes one that lets others have their turn after so many tasks, at least 1. */
    public Mailbox(Executor pool, int capacity, int turn) {
        this.pool = pool;
        this.places = new Allowance(capacity);
        this.turn = turn;
    }

    /** Takes what somebody outside wants, unless too much of his waits already. */
    public boolean offer(Owner owner, Runnable task) {
        synchronized (this) {
            if (closed || !places.take(owner)) {
                return false;
            }
            tasks.add(new Offered(owner, task));
        }
        schedule();
        return true;
    }

    /**
     * Takes a consequence of what was taken before: a commit, a timer, a bot's decision. These are bounded by what they
     * follow from, so they are never turned away.
     */
    public void post(Runnable task) {
        synchronized (this) {
            if (closed) {
                return;
            }
            tasks.add(task);
        }
        schedule();
    }

    /** Drops what waits and takes nothing more. A task that runs is not interrupted. */
    public synchronized void close() {
        closed = true;
        clear();
    }

    private void clear() {
        for (Runnable task : tasks) {
            if (task instanceof Offered offered) {
                places.giveBack(offered.owner());
            }
        }
        tasks.clear();
    }

    /** Returns how many tasks wait. */
    public synchronized int depth() {
        return tasks.size();
    }

    private void schedule() {
        synchronized (this) {
            if (scheduled || tasks.isEmpty()) {
                return;
            }
            scheduled = true;
        }
        try {
            pool.execute(this::drain);
        } catch (RejectedExecutionException closed) {
            // The server has stopped; what waits is not acknowledged and its senders ask again elsewhere.
            synchronized (this) {
                scheduled = false;
                clear();
            }
        }
    }

    private void drain() {
        for (int i = 0; i < turn; i++) {
            Runnable task;
            synchronized (this) {
                task = tasks.poll();
                if (task == null) {
                    break;
                }
                if (task instanceof Offered offered) {
                    places.giveBack(offered.owner());
                }
            }
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                LOG.error(LogEvent.TASK_FAILED.marker(), "a task of a match failed", e);
            }
        }
        synchronized (this) {
            scheduled = false;
        }
        schedule();
    }
}
