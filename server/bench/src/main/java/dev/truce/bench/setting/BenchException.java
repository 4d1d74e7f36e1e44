package dev.truce.bench.setting;

/** The benchmark could not be carried out; the message says why. */
public final class BenchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says why. */
    public BenchException(String message) {
        super(message);
    }

    /** Says why, and from what it follows. */
    public BenchException(String message, Throwable cause) {
        super(message, cause);
    }
}
