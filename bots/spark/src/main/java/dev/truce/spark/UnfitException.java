package dev.truce.spark;

/** A machine cannot play a tournament as the driver would. The message says why in one sentence. */
final class UnfitException extends Exception {
    private static final long serialVersionUID = 1L;

    UnfitException(String message) {
        super(message);
    }

    UnfitException(String message, Throwable cause) {
        super(message, cause);
    }
}
