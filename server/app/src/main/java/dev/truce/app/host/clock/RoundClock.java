package dev.truce.app.host.clock;

import dev.truce.app.host.service.Timers;
import dev.truce.store.StoredClock;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long the open round has left: running, or held where it stands for as long as there is a reason. Started and stopped by its
 * match's tasks; read from any thread.
 */
final class RoundClock {
    private final Timers timers;
    private final Clock wallClock;
    private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    private volatile @Nullable State state;
    private Timers.@Nullable Alarm alarm;
    private Runnable rundown = () -> {};

    /** Why a clock stands. */
    enum Reason {
        /** The people of the match are not back since it came into memory, or it is leaving. */
        RESTART,
        /** The match is paused. */
        PAUSE
    }

    /** The round and either the reading at which it ends, or what is left of it. */
    private record State(int round, boolean running, long nanos) {}

    RoundClock(Timers timers, Clock wallClock) {
        this.timers = timers;
        this.wallClock = wallClock;
    }

    /** Sets the clock of a round, which runs unless there is a reason to stand; the task runs when it has run down. */
    void set(int round, long millis, Runnable task) {
        clear();
        rundown = task;
        put(round, TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /** Gives the round more time, or less; from now on another task runs when it has run down. */
    void shift(long millis, Runnable task) {
        State now = state;
        if (now != null) {
            clear();
            rundown = task;
            put(now.round, Math.max(0, leftNanos(now) + TimeUnit.MILLISECONDS.toNanos(millis)));
        }
    }

    /** Lets the clock stand for a reason, if there is one or as soon as there is. */
    void hold(Reason reason) {
        reasons.add(reason);
        wind(rundown);
    }

    /** Says what is left of a round whose clock stands. */
    void stand(int round, long millis) {
        State now = state;
        if (now != null && !now.running && now.round == round) {
            put(round, TimeUnit.MILLISECONDS.toNanos(millis));
        }
    }

    /**
     * Takes a reason away; the clock runs when none is left.
     *
     * @return whether it runs now and did not before
     */
    boolean release(Reason reason) {
        boolean stood = isHeld();
        // A clock that runs is not wound again: time that passes meanwhile would be given back.
        if (reasons.remove(reason)) {
            wind(rundown);
        }
        return stood && isRunning();
    }

    /** Gives the clock another task without changing what is left. */
    void wind(Runnable task) {
        State now = state;
        if (now != null) {
            long left = leftNanos(now);
            clear();
            rundown = task;
            put(now.round, left);
        }
    }

    /** Ends the clock; reasons to stand stay. */
    void stop() {
        clear();
        state = null;
    }

    private void clear() {
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
    }

    private void put(int round, long nanos) {
        if (reasons.isEmpty()) {
            state = new State(round, true, timers.nanos() + nanos);
            // Never before its time: an alarm counts whole milliseconds.
            alarm = timers.after(TimeUnit.NANOSECONDS.toMillis(nanos + 999_999), rundown);
        } else {
            state = new State(round, false, nanos);
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

    /** Returns whether there is this reason to stand. */
    boolean isHeldFor(Reason reason) {
        return reasons.contains(reason);
    }

    /** Returns what is left, or null if there is no clock. */
    @Nullable
    StoredClock read() {
        State now = state;
        return now == null ? null : StoredClock.held(now.round, leftMillis(now));
    }

    /** Returns what a round has left, 0 if it has no clock. */
    long leftMillis(int round) {
        State now = state;
        return now == null || now.round != round ? 0 : leftMillis(now);
    }

    /** Returns when a round closes by the wall clock if nothing holds it up, 0 if it has no clock. */
    long deadlineUnixMillis(int round) {
        State now = state;
        return now == null || now.round != round ? 0 : wallClock.millis() + leftMillis(now);
    }

    private long leftMillis(State now) {
        return TimeUnit.NANOSECONDS.toMillis(leftNanos(now));
    }

    private long leftNanos(State now) {
        return Math.max(0, now.running ? now.nanos - timers.nanos() : now.nanos);
    }
}
