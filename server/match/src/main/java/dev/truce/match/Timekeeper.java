package dev.truce.match;

import java.util.List;

/** The clock of the open round as the referee knows it: which timer counts. Time itself is the host's. Not thread-safe. */
final class Timekeeper {
    private final long windowMillis;
    private boolean timed;
    private long timer;

    /**
     * @param windowMillis how long each round stays open, 0 for no limit
     */
    Timekeeper(long windowMillis) {
        this.windowMillis = windowMillis;
    }

    /**
     * Where the clock stands between two inputs.
     *
     * @param timer number of the timer that counts, 0 as long as none was set
     */
    record Reading(long timer) {
        /** No timer was ever set. */
        static final Reading NONE = new Reading(0);
    }

    Reading reading() {
        return new Reading(timer);
    }

    /** Returns the number of the timer that counts, 0 as long as none was set. */
    long timer() {
        return timer;
    }

    /** A round opens. */
    void open(int round, List<Effect> effects) {
        timed = windowMillis > 0;
        if (timed) {
            effects.add(new Effect.SetTimer(round, ++timer, windowMillis));
        }
    }

    /** The round is closed. */
    void stop(int round, List<Effect> effects) {
        if (timed) {
            effects.add(new Effect.CancelTimer(round));
        }
        timed = false;
    }
}
