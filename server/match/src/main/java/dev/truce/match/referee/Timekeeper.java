package dev.truce.match.referee;

import dev.truce.match.Effect;
import dev.truce.match.RoundPart;
import dev.truce.match.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The clock of the open round as the referee knows it: which part of the round runs, which timer counts, who was given time. Time
 * itself is the host's. Not thread-safe.
 */
final class Timekeeper {
    private final long graceMillis;
    /** The seats that were given time of their own in this round. */
    private final Set<Seat> given = new TreeSet<>(Seat.CANONICAL);

    private long givenMillis;
    private RoundPart part = RoundPart.RUNNING;
    private long windowMillis;
    private boolean timed;
    private boolean paused;
    private long timer;
    private int round;

    /**
     * Where the clock stands between two inputs.
     *
     * @param timer number of the timer that counts, 0 as long as none was set
     * @param paused whether the match is paused
     * @param part which part of the round runs
     * @param given how many seats were given time of their own
     */
    record Reading(long timer, boolean paused, RoundPart part, int given) {
        /** No timer was ever set. */
        static final Reading NONE = new Reading(0, false, RoundPart.RUNNING, 0);
    }

    /**
     * @param graceMillis how long a round waits for who is not ready when its time is up
     */
    Timekeeper(long graceMillis) {
        this.graceMillis = graceMillis;
    }

    Reading reading() {
        return new Reading(timer, paused, part, given.size());
    }

    /** The number of the timer that counts, 0 as long as none was set. */
    long timer() {
        return timer;
    }

    boolean isPaused() {
        return paused;
    }

    boolean isTimed() {
        return timed;
    }

    /** Returns whether the round can be given less time. */
    boolean canBeShortened() {
        return timed && part == RoundPart.RUNNING;
    }

    RoundPart part() {
        return part;
    }

    /** How long the round was to be open when it opened, 0 for no limit. */
    long windowMillis() {
        return windowMillis;
    }

    boolean isShut() {
        return part == RoundPart.SHUT;
    }

    /** Returns whether a seat has time left: in the extra part, only who was given some. */
    boolean hasTime(Seat seat) {
        return part != RoundPart.EXTRA || given.contains(seat);
    }

    /**
     * A round opens.
     *
     * @param window how long it is to be open, 0 for no limit
     */
    void open(int opened, long window, List<Effect> effects) {
        round = opened;
        part = RoundPart.RUNNING;
        given.clear();
        givenMillis = 0;
        windowMillis = window;
        timed = windowMillis > 0;
        if (timed) {
            set(windowMillis, effects);
        }
    }

    /** The round is over. */
    void stop(List<Effect> effects) {
        if (timed) {
            effects.add(new Effect.CancelTimer(round));
        }
        timed = false;
        part = RoundPart.RUNNING;
    }

    /** The round takes nothing more. */
    void shut(List<Effect> effects) {
        stop(effects);
        part = RoundPart.SHUT;
        given.clear();
        givenMillis = 0;
    }

    /** Stops the time of everybody. */
    void pause(List<Effect> effects) {
        paused = true;
        if (timed) {
            effects.add(new Effect.HoldTimer(round));
        }
    }

    /** Lets time go on where it stood. */
    void goOn(List<Effect> effects) {
        paused = false;
        if (timed) {
            effects.add(new Effect.RunTimer(round, ++timer));
        }
    }

    /**
     * The timer has run down.
     *
     * @param isWorking which seats are not done with the round
     * @return whether the round is over; if not, its next part runs
     */
    boolean runDown(Set<Seat> isWorking, List<Effect> effects) {
        if (timed && part == RoundPart.RUNNING && graceMillis > 0) {
            part = RoundPart.OVERTIME;
            set(graceMillis, effects);
            return false;
        }
        if (timed && part != RoundPart.EXTRA && given.stream().anyMatch(isWorking::contains)) {
            part = RoundPart.EXTRA;
            set(givenMillis, effects);
            return false;
        }
        return true;
    }

    /**
     * Gives the round more time, or less. One that is shut is open again, to the seat or to all.
     *
     * @param seat the seat that is given it, after all others; null for everybody
     */
    void extend(long millis, @Nullable Seat seat, List<Effect> effects) {
        if (seat != null) {
            given.add(seat);
            if (part == RoundPart.EXTRA) {
                shift(millis, effects);
            } else if (part == RoundPart.SHUT) {
                timed = true;
                part = RoundPart.EXTRA;
                set(millis, effects);
            } else {
                givenMillis = Math.max(givenMillis, millis);
            }
        } else if (!timed || part == RoundPart.EXTRA) {
            timed = true;
            part = RoundPart.RUNNING;
            set(millis, effects);
        } else {
            part = RoundPart.RUNNING;
            shift(millis, effects);
        }
    }

    /** Returns the seats on which the round waits: in the extra part those that were given time. */
    List<Seat> awaited(List<Seat> seats) {
        return part == RoundPart.EXTRA ? new ArrayList<>(given) : seats;
    }

    private void set(long millis, List<Effect> effects) {
        effects.add(new Effect.SetTimer(round, ++timer, millis));
        if (paused) {
            effects.add(new Effect.HoldTimer(round));
        }
    }

    private void shift(long millis, List<Effect> effects) {
        effects.add(new Effect.ShiftTimer(round, ++timer, millis));
    }
}
