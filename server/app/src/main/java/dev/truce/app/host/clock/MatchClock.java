package dev.truce.app.host.clock;

import dev.truce.app.host.service.MatchServices;
import dev.truce.app.host.service.NodeLife;
import dev.truce.match.Effect;
import dev.truce.store.Entry;
import dev.truce.store.StoredClock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clock of one match: does what the referee says of timers, and says what the journal keeps of that. A change is written down with
 * the input that caused it, and carried out when that is on disk, so that a slow disk costs nobody time. Confined to the tasks of its
 * match, but for what is read.
 */
public final class MatchClock {
    private final RoundClock clock;
    private final NodeLife node;
    private final Rundown rundown;
    /** What was written down last and is not carried out yet. */
    private @Nullable StoredClock planned;

    /** The life of the node that is written down with a clock that runs, else empty. */
    private volatile String life = "";

    /** How many changes are written down and not carried out yet. The node is told whether there are any. */
    private int waiting;
    /** Whether the match is paused by what was written down last. */
    private boolean stands;

    /** Hears that a timer has run down; from any thread. */
    public interface Rundown {
        /** Time is up. */
        void timeUp(int round, long timer);
    }

    /** A clock that runs as soon as it is set. */
    public MatchClock(MatchServices services, Rundown rundown) {
        this.clock = new RoundClock(services.timers(), services.wallClock());
        this.node = services.node();
        this.rundown = rundown;
    }

    /** Stands until {@link #goOn}, whatever is set. */
    public void awaitPeople() {
        clock.hold(RoundClock.Reason.RESTART);
    }

    /**
     * Sets what is left by what was written down last: that is the clock after the last change.
     *
     * @param leftMillis what was left of it when its node was alive last
     */
    public void restore(@Nullable StoredClock written, long leftMillis, long timer) {
        stands = clock.isHeldFor(RoundClock.Reason.PAUSE);
        StoredClock left = clock.read();
        if (written != null && left != null && written.round() == left.round()) {
            clock.set(left.round(), leftMillis, () -> rundown.timeUp(left.round(), timer));
        }
    }

    /** Returns what the journal keeps of the clock if these effects change it, or null. */
    public @Nullable Entry written(List<Effect> effects) {
        StoredClock left = last();
        int changes = 0;
        for (Effect effect : effects) {
            changes += isChange(effect) ? 1 : 0;
            if (effect instanceof Effect.SetTimer set) {
                left = StoredClock.held(set.round(), set.millis());
            } else if (effect instanceof Effect.ShiftTimer shift && left != null) {
                left = StoredClock.held(left.round(), Math.max(0, left.leftMillis() + shift.millis()));
            } else if (effect instanceof Effect.HoldTimer || effect instanceof Effect.RunTimer) {
                stands = effect instanceof Effect.HoldTimer;
            } else if (effect instanceof Effect.CancelTimer) {
                stands = false;
            }
        }
        if (changes == 0 || left == null) {
            return null;
        }
        planned = left;
        Entry entry = entry(left, !stands);
        waits(waiting + changes);
        return entry;
    }

    /** Returns what is left after all that is written down, whether it is carried out or not. */
    private @Nullable StoredClock last() {
        return waiting > 0 ? planned : clock.read();
    }

    private void waits(int changes) {
        if (waiting == 0 && changes > 0) {
            node.waits();
        } else if (waiting > 0 && changes == 0) {
            node.goesOn();
        }
        waiting = changes;
    }

    /** What is written down and not carried out never will be, since it could not be saved. */
    public void fail() {
        waits(0);
    }

    private static boolean isChange(Effect effect) {
        return effect instanceof Effect.SetTimer
                || effect instanceof Effect.ShiftTimer
                || effect instanceof Effect.HoldTimer
                || effect instanceof Effect.RunTimer;
    }

    private Entry entry(StoredClock left, boolean runs) {
        StoredClock written = runs ? node.running(left.round(), left.leftMillis()) : left;
        life = written.incarnation();
        return new Entry.ClockSet(written);
    }

    /** Does what an effect says about the clock. */
    public void wind(Effect effect) {
        if (waiting > 0 && isChange(effect)) {
            waits(waiting - 1);
        }
        if (effect instanceof Effect.SetTimer set) {
            clock.set(set.round(), set.millis(), () -> rundown.timeUp(set.round(), set.timer()));
        } else if (effect instanceof Effect.ShiftTimer shift) {
            clock.shift(shift.millis(), () -> rundown.timeUp(shift.round(), shift.timer()));
        } else if (effect instanceof Effect.HoldTimer) {
            clock.hold(RoundClock.Reason.PAUSE);
            StoredClock written = planned;
            if (waiting == 0 && written != null) {
                // What the disk took is given back, as a restart in the pause would do.
                clock.stand(written.round(), written.leftMillis());
            }
        } else if (effect instanceof Effect.RunTimer run) {
            clock.wind(() -> rundown.timeUp(run.round(), run.timer()));
            var unused = clock.release(RoundClock.Reason.PAUSE);
        } else if (effect instanceof Effect.CancelTimer) {
            clock.stop();
            // The match may go on before another round opens, unheard; one that opens in the pause is held again.
            var unused = clock.release(RoundClock.Reason.PAUSE);
        }
    }

    /** Lets a clock that stands since the match came into memory go on, unless the match is paused; returns what is to be written of that. */
    public @Nullable Entry goOn() {
        StoredClock left = last();
        return clock.release(RoundClock.Reason.RESTART) && left != null ? entry(left, !stands) : null;
    }

    /** Lets the clock stand, because nothing can be saved or the match leaves memory; returns what is to be written of that. */
    public @Nullable Entry hold() {
        boolean ran = goesOn();
        clock.hold(RoundClock.Reason.RESTART);
        StoredClock left = last();
        return ran && left != null ? entry(left, false) : null;
    }

    /**
     * Returns whether the clock runs and signs of life are no longer given in the life that it was written down with: a crash would give
     * back all that has passed since the last of them. May be called from any thread.
     */
    public boolean isForgotten() {
        return clock.isRunning() && !node.goesBy(life);
    }

    /** Returns what is to be written of a clock that is forgotten, or null. */
    public @Nullable Entry again() {
        StoredClock left = clock.read();
        return isForgotten() && waiting == 0 && left != null ? entry(left, true) : null;
    }

    /** What was to be written of the clock last had no place in the journal. */
    public void unwritten() {
        life = "";
    }

    /** Ends the clock. */
    public void stop() {
        clock.stop();
    }

    /** Returns whether a clock runs. */
    public boolean isRunning() {
        return clock.isRunning();
    }

    /** Returns whether a clock runs, or will once what is written down is carried out. */
    public boolean goesOn() {
        return clock.isRunning() || (waiting > 0 && !stands);
    }

    /** Returns whether a clock stands still. */
    public boolean isHeld() {
        return clock.isHeld();
    }

    /** Returns what a round has left, 0 if it has no clock. May be called from any thread. */
    public long leftMillis(int round) {
        return clock.leftMillis(round);
    }

    /** Returns when a round closes by the wall clock if nothing holds it up, 0 if it has no clock. May be called from any thread. */
    public long deadlineUnixMillis(int round) {
        return clock.deadlineUnixMillis(round);
    }
}
