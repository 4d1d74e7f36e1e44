package dev.truce.bench.wire;

import dev.truce.engine.Limits;

/**
 * How much is played.
 *
 * @param matches matches that run at the same time
 * @param seconds how long is measured, each of the three servers
 * @param rounds rounds of a match
 * @param warmUpSeconds how long is played before, each time
 */
record WireSettings(int matches, int seconds, int rounds, int warmUpSeconds) {
    static final int MAX_MATCHES = 250;
    static final int MAX_SECONDS = 600;

    static final int MAX_WARM_UP_SECONDS = 600;

    /** Moves a second that begin at set times. */
    static final int MAX_RATE = 100_000;

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if a number is out of range
     */
    WireSettings {
        require("--matches", matches, 1, MAX_MATCHES);
        require("--seconds", seconds, 1, MAX_SECONDS);
        require("--rounds", rounds, 1, Limits.MAX_ROUNDS);
        require("--warm-up", warmUpSeconds, 0, MAX_WARM_UP_SECONDS);
    }

    /**
     * Checks a bound.
     *
     * @throws IllegalArgumentException if a number is out of range
     */
    static void require(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(option + " " + value + ", expected " + least + " to " + most);
        }
    }
}
