package dev.truce.store;

/** The store could not read or write; what was asked has not happened, as far as it can tell. */
public class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what failed. */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Says what is wrong with what was read. */
    public StoreException(String message) {
        super(message);
    }
}
