package dev.truce.bot.wire;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The one thread on which a bot over the wire thinks, so that a slow one does not hold up its connection. */
public interface BotThread extends AutoCloseable {
    /** Runs a task after those given before; does nothing after {@link #close()}. */
    void run(Runnable task);

    /** Runs a task after so many milliseconds; does nothing after {@link #close()}. */
    void runAfter(long millis, Runnable task);

    /** Takes no further task; the one that is running is not disturbed. */
    @Override
    void close();

    /** Starts a daemon thread of the given name. */
    static BotThread start(String name) {
        ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        });
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return new BotThread() {
            @Override
            public void run(Runnable task) {
                runAfter(0, task);
            }

            @Override
            public void runAfter(long millis, Runnable task) {
                try {
                    var unused = thread.schedule(task, millis, TimeUnit.MILLISECONDS);
                } catch (RejectedExecutionException closed) {
                    // Closed between a notice and its task: there is nobody left to think for.
                }
            }

            @Override
            public void close() {
                thread.shutdown();
            }
        };
    }
}
