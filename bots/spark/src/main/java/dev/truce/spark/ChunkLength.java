package dev.truce.spark;

import java.time.Duration;

/**
 * How many pairs a chunk has. Few enough that a killed worker costs about a second and that cores are not idle at the end; so many
 * that the way to the executor and back does not count. It follows how long pairs took recently, and no result depends on it. Not
 * thread-safe.
 */
final class ChunkLength {
    private static final long GOAL_NANOS = Duration.ofMillis(500).toNanos();

    private int pairs = 1;

    /**
     * Returns the length of the next chunk.
     *
     * @param most the longest there may be, at least 1
     */
    int next(int most) {
        return Math.min(pairs, most);
    }

    /**
     * Hears how long a chunk took.
     *
     * @param played pairs that it had, at least 1
     * @param nanos how long they took together
     */
    void took(int played, long nanos) {
        long each = Math.max(1, nanos / played);
        // No more than doubled, as a first pair of quick bots says nothing of slow ones behind it.
        pairs = (int) Math.max(1, Math.min(2L * pairs, GOAL_NANOS / each));
    }
}
