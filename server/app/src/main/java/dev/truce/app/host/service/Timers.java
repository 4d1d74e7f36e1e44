package dev.truce.app.host.service;

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The host's clock for windows: how time passes, and what shall happen later. Tests have their own. */
public interface Timers extends AutoCloseable {

    /** Returns a reading in nanoseconds; only differences mean anything. */
    long nanos();

    /** Runs a task, which must not block, after so many milliseconds. */
    Alarm after(long millis, Runnable task);

    /** Forgets all alarms. */
    @Override
    void close();

    /** Something that will happen. */
    interface Alarm {
        /** Lets it not happen, unless it has. */
        void cancel();
    }

    /** Returns the system's own clock with a thread for the alarms. */
    static Timers system() {
        ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, "truce-timers");
            made.setDaemon(true);
            return made;
        });
        thread.setRemoveOnCancelPolicy(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return new Timers() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public Alarm after(long millis, Runnable task) {
                try {
                    Future<?> future = thread.schedule(task, millis, TimeUnit.MILLISECONDS);
                    return () -> future.cancel(false);
                } catch (RejectedExecutionException closed) {
                    return () -> {};
                }
            }

            @Override
            public void close() {
                thread.shutdownNow();
            }
        };
    }
}
