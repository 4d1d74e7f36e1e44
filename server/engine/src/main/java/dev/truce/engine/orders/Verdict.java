package dev.truce.engine.orders;

import org.jspecify.annotations.Nullable;

/** Accepted, or rejected with a code; expected refusals are values, not exceptions. */
public sealed interface Verdict {
    /** The orders are legal. */
    record Accepted(Orders orders) implements Verdict {}

    /**
     * The orders are refused as a whole and nothing has changed.
     *
     * @param code first reason that applies
     * @param field what was wrong, for example {@code orders[1].level} or {@code round}
     * @param detail one sentence that names the wrong thing
     * @param legal what would be right, for example {@code 0 5 10}; empty if nothing would
     */
    record Rejected(RefusalCode code, String field, String detail, String legal) implements Verdict {}

    /** Returns whether the orders are accepted. */
    default boolean isAccepted() {
        return this instanceof Accepted;
    }

    /** Returns the code of a refusal, or null. */
    default @Nullable RefusalCode refusal() {
        return this instanceof Rejected rejected ? rejected.code() : null;
    }
}
