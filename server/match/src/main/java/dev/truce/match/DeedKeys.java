package dev.truce.match;

import dev.truce.engine.orders.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The accepted submissions by idempotency key, so that one that is sent again gets its first verdict and has no second effect,
 * also when its round is over. Refused ones are not kept: they are not journaled, and a replay must know what the live match
 * knew. Bounded by {@link OpenRound#MOST_CHANGES} and what a seat may say in a round.
 */
final class DeedKeys {
    private final Map<Key, Kept> kept = new LinkedHashMap<>();

    private record Key(Seat seat, String moveId) {}

    /** A move and what was answered to it. */
    record Kept(Input input, Verdict verdict) {}

    /** Returns the move that was kept under a key, or null if the key is new. */
    @Nullable
    Kept find(Seat seat, String moveId) {
        return kept.get(new Key(seat, moveId));
    }

    /**
     * Keeps an accepted input.
     *
     * @throws IllegalStateException if the key was kept before: no move may count twice
     */
    void keep(Seat seat, String moveId, Input input, Verdict verdict) {
        if (kept.putIfAbsent(new Key(seat, moveId), new Kept(input, verdict)) != null) {
            throw Invariants.broken(2, "move id " + moveId + " of " + seat + " is applied twice");
        }
    }

    int size() {
        return kept.size();
    }
}
