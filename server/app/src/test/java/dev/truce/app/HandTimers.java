package dev.truce.app;

import dev.truce.app.host.service.Timers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A clock that moves only when a test moves it. Thread-safe. */
public final class HandTimers implements Timers {
    private final List<Due> alarms = new ArrayList<>();
    private long nanos;

    private static final class Due {
        private final long at;
        private final Runnable task;

        Due(long at, Runnable task) {
            this.at = at;
            this.task = task;
        }
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized Alarm after(long millis, Runnable task) {
        Due due = new Due(nanos + TimeUnit.MILLISECONDS.toNanos(millis), task);
        alarms.add(due);
        return () -> {
            synchronized (HandTimers.this) {
                alarms.remove(due);
            }
        };
    }

    /** Lets time pass and runs what falls due on the way. */
    public void pass(long millis) {
        long end;
        synchronized (this) {
            end = nanos + TimeUnit.MILLISECONDS.toNanos(millis);
        }
        while (true) {
            Due next;
            synchronized (this) {
                next = alarms.stream()
                        .filter(due -> due.at <= end)
                        .min(Comparator.comparingLong(due -> due.at))
                        .orElse(null);
                if (next == null) {
                    nanos = end;
                    return;
                }
                alarms.remove(next);
                nanos = next.at;
            }
            next.task.run();
        }
    }

    /** Returns how many alarms are set. */
    public synchronized int waiting() {
        return alarms.size();
    }

    @Override
    public synchronized void close() {
        alarms.clear();
    }
}
