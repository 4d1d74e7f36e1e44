package dev.truce.protocol.client;

import java.util.random.RandomGenerator;

/** How long to wait before trying to reconnect: up to twice as long at each try, drawn at random from the upper half. */
final class Backoff {
    private final long firstMillis;
    private final long mostMillis;
    private final RandomGenerator random;
    private int tries;

    Backoff(long firstMillis, long mostMillis, RandomGenerator random) {
        this.firstMillis = firstMillis;
        this.mostMillis = mostMillis;
        this.random = random;
    }

    /** Tries since the last success. */
    int tries() {
        return tries;
    }

    /**
     * Returns the milliseconds to wait before the next try.
     *
     * @param leastMillis what the server asked for, 0 if it did not
     */
    long next(long leastMillis) {
        // Beyond 20 doublings every sensible maximum is reached.
        long bound = Math.max(1, Math.min(mostMillis, firstMillis << Math.min(tries, 20)));
        tries++;
        return Math.max(Math.min(leastMillis, mostMillis), bound - random.nextLong(bound / 2 + 1));
    }

    /** The link works again. */
    void reset() {
        tries = 0;
    }
}
