package dev.truce.match;

import dev.truce.engine.orders.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The accepted submissions by idempotency key, so that one that is sent again gets its first verdict and has no second effect.
 * Refused ones are not kept: judged again, they are refused again.
 */
final class MoveLedger {
    /** A seat that changes its mind more often than this in one match is refused; 64 rounds leave it 64 changes each. */
    static final int MOST_MOVES = 4096;

    private final Map<Key, Kept> kept = new LinkedHashMap<>();

    private record Key(Seat seat, String moveId) {}

    private record Kept(Input input, Verdict verdict) {}

    /** Returns the first verdict on this very input, or null if its key is new; throws nothing and changes nothing. */
    @Nullable
    Verdict repeated(Seat seat, String moveId, Input input) {
        Kept before = kept.get(new Key(seat, moveId));
        return before != null && before.input.equals(input) ? before.verdict : null;
    }

    boolean isUsed(Seat seat, String moveId) {
        return kept.containsKey(new Key(seat, moveId));
    }

    boolean isFull() {
        return kept.size() >= MOST_MOVES;
    }

    void keep(Seat seat, String moveId, Input input, Verdict verdict) {
        kept.put(new Key(seat, moveId), new Kept(input, verdict));
    }
}
