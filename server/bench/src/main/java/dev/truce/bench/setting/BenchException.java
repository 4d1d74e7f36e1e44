package dev.truce.bench.setting;

import dev.truce.engine.orders.Refusal;

/** The benchmark could not be carried out; the message says why. */
public final class BenchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says why. */
    public BenchException(String message) {
        super(message);
    }

    /** Says why the server refused what the benchmark asked of it. */
    public static BenchException refused(Refusal refusal) {
        return new BenchException("the server refused: " + refusal.facts());
    }

    /** Says why, and from what it follows. */
    public BenchException(String message, Throwable cause) {
        super(message, cause);
    }
}
