package dev.truce.app.host;

import dev.truce.app.host.service.Timers;
import dev.truce.store.StoredClock;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long the open round has left: running, or held where it stands. Started and stopped by its match's tasks; read from
 * any thread.
 */
final class RoundClock {
    private final Timers timers;
    private final Clock wallClock;
    private volatile @Nullable State state;
    private Timers.@Nullable Alarm alarm;

    /** The round and either the reading at which it ends, or what is left of it. */
    private record State(int round, boolean running, long nanos) {}

    RoundClock(Timers timers, Clock wallClock) {
        this.timers = timers;
        this.wallClock = wallClock;
    }

    /** Starts the clock of a round; the task runs when it has run down. */
    void start(int round, long millis, Runnable rundown) {
        stop();
        state = new State(round, true, timers.nanos() + TimeUnit.MILLISECONDS.toNanos(millis));
        alarm = timers.after(millis, rundown);
    }

    /** Shows a clock that stands still. */
    void hold(int round, long millis) {
        stop();
        state = new State(round, false, TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /** Ends the clock. */
    void stop() {
        state = null;
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
    }

    /** Returns whether a clock is running. */
    boolean isRunning() {
        State now = state;
        return now != null && now.running;
    }

    /** Returns whether a clock stands still. */
    boolean isHeld() {
        State now = state;
        return now != null && !now.running;
    }

    /** Returns what is left, or null if there is no clock. */
    @Nullable
    StoredClock read() {
        State now = state;
        return now == null ? null : StoredClock.held(now.round, leftMillis(now));
    }

    /** Returns when a round closes by the wall clock if nothing holds it up, 0 if it has no clock. */
    long deadlineUnixMillis(int round) {
        State now = state;
        return now == null || now.round != round ? 0 : wallClock.millis() + leftMillis(now);
    }

    private long leftMillis(State now) {
        long nanos = now.running ? now.nanos - timers.nanos() : now.nanos;
        return Math.max(0, TimeUnit.NANOSECONDS.toMillis(nanos));
    }
}
