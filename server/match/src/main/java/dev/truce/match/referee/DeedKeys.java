package dev.truce.match.referee;

import dev.truce.engine.orders.Verdict;
import dev.truce.match.Input;
import dev.truce.match.Seat;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The accepted deeds by idempotency key, so that one that is sent again gets its first verdict and has no second effect,
 * also when its round is over. Refused ones are not kept: they are not journaled, and a replay must know what the live match
 * knew. Bounded by {@link dev.truce.engine.Limits#MAX_CHANGES} and what a seat may say in a round.
 */
final class DeedKeys {
    /** Looked up only, never iterated. */
    private final Map<Key, Kept> kept = new HashMap<>();

    private record Key(Seat seat, String key) {}

    /** A deed and what was answered to it. */
    record Kept(Input.Does does, Verdict verdict) {}

    /** Returns the deed that was kept under a key, or null if the key is new. */
    @Nullable
    Kept find(Seat seat, String key) {
        return kept.get(new Key(seat, key));
    }

    /**
     * Keeps an accepted deed.
     *
     * @throws IllegalStateException if the key was kept before: no deed may count twice
     */
    void keep(Input.Does does, Verdict verdict) {
        if (kept.putIfAbsent(new Key(does.seat(), does.key()), new Kept(does, verdict)) != null) {
            throw Invariants.broken(2, "key " + does.key() + " of " + does.seat() + " is applied twice");
        }
    }

    int size() {
        return kept.size();
    }
}
