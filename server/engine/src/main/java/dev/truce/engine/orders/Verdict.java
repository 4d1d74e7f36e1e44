package dev.truce.engine.orders;

import org.jspecify.annotations.Nullable;

/** Accepted, or rejected with a reason; expected refusals are values, not exceptions. */
public sealed interface Verdict {
    /** The orders are legal. */
    record Accepted(Orders orders) implements Verdict {}

    /** The orders are refused as a whole and nothing has changed. */
    record Rejected(Refusal refusal) implements Verdict {}

    /** Returns whether the orders are accepted. */
    default boolean isAccepted() {
        return this instanceof Accepted;
    }

    /** Why the orders are refused, or null if they are not. */
    default @Nullable Refusal refusal() {
        return null;
    }

    /** Returns the code of a refusal, or null. */
    default Refusal.@Nullable Code code() {
        Refusal refusal = refusal();
        return refusal == null ? null : refusal.code();
    }
}
