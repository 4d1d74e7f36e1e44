package dev.truce.bench.wire;

import dev.truce.bench.setting.BenchSettings;
import dev.truce.engine.Limits;

/**
 * How much is played.
 *
 * @param matches matches that run at the same time
 * @param seconds how long is measured, each of the three servers
 * @param rounds rounds of a match
 * @param warmUpSeconds how long is played before, each time
 * @param hold whether both sides hold in every round, which is one move of each, and deal with nobody
 */
record WireSettings(int matches, int seconds, int rounds, int warmUpSeconds, boolean hold) {
    static final int MAX_MATCHES = 500;

    /** Moves a second that begin at set times. */
    static final int MAX_RATE = 100_000;

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if a number is out of range
     */
    WireSettings {
        BenchSettings.require("--matches", matches, 1, MAX_MATCHES);
        BenchSettings.require("--seconds", seconds, 1, BenchSettings.MAX_SECONDS);
        BenchSettings.require("--rounds", rounds, 1, Limits.MAX_ROUNDS);
        BenchSettings.require("--warm-up", warmUpSeconds, 0, BenchSettings.MAX_WARM_UP_SECONDS);
    }
}
