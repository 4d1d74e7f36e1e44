package dev.truce.store;

import dev.truce.store.EventStore.NodeBeat;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How much of an open round is left. Time left is stored, never the instant of the deadline, so that downtime costs nobody
 * anything.
 *
 * @param round the open round
 * @param leftMillis what was left of it when this was written, milliseconds
 * @param incarnation the start of the node whose time ran from then on; empty if the clock stood still
 * @param aliveNanos how long that node had been running then
 */
public record StoredClock(int round, long leftMillis, String incarnation, long aliveNanos) {

    /** A clock that stands still. */
    public static StoredClock held(int round, long leftMillis) {
        return new StoredClock(round, leftMillis, "", 0);
    }

    /**
     * Returns what is left of the round once its node is gone.
     *
     * @param last its last sign of life, or null if it never gave one
     */
    public long leftMillis(@Nullable NodeBeat last) {
        if (incarnation.isEmpty() || last == null || !last.incarnation().equals(incarnation)) {
            return leftMillis;
        }
        long run = TimeUnit.NANOSECONDS.toMillis(Math.max(0, last.aliveNanos() - aliveNanos));
        return Math.max(0, leftMillis - run);
    }
}
