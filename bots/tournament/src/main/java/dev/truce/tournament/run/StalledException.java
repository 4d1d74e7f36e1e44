package dev.truce.tournament.run;

import java.time.Duration;

/** A pair took longer than anybody should wait: a bot in this process does not return. */
public final class StalledException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int pair;

    StalledException(int pair, Duration patience) {
        super("pair " + pair + " is not over after " + patience.toSeconds() + " s");
        this.pair = pair;
    }

    public int pair() {
        return pair;
    }
}
