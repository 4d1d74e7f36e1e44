package dev.truce.engine.orders;

/**
 * What becomes of a request: done, or refused with a reason. Expected refusals are values, not exceptions.
 *
 * @param <T> what a request that was done gives
 */
public sealed interface Reply<T> {
    /** It was done. */
    record Done<T>(T value) implements Reply<T> {}

    /** It was refused, and nothing has changed. */
    record Refused<T>(Refusal refusal) implements Reply<T> {
        /** Returns the same refusal as an answer to another kind of request. */
        public <U> Refused<U> as() {
            return new Refused<>(refusal);
        }
    }

    /** Returns what a request that was done gives. */
    static <T> Reply<T> done(T value) {
        return new Done<>(value);
    }

    /** Returns the answer to a request that is refused. */
    static <T> Reply<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }
}
