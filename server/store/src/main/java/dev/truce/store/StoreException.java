package dev.truce.store;

/** The store cannot be opened, read or written; what was asked has not happened, as far as it can tell. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong. The names are shown to people and never change. */
    public enum Code {
        /** The database cannot be used now. */
        UNAVAILABLE,
        /** There is no room on the disk. */
        DISK_FULL,
        /** Nothing may be written into the directory. */
        READ_ONLY,
        /** The journal was written by another version of the program. */
        JOURNAL_VERSION,
        /** Entries that were acknowledged are missing at the end of the journal. */
        JOURNAL_TRUNCATED,
        /** The witness beside the journal is there and says nothing, so it is not known whether the end of the journal is. */
        WITNESS_UNREADABLE,
        /** The database calls durable what a cut of the power takes away. */
        STORE_NOT_DURABLE,
        /** Nobody answers where the database should be, or it does not take connections now. */
        STORE_UNREACHABLE,
        /** The database does not let this user in, or not do what a journal needs. */
        STORE_REFUSED,
        /** The database is of a version without what a journal needs. */
        STORE_TOO_OLD,
        /** A pooler stands before the database and gives each transaction another connection. */
        STORE_POOLED,
        /** Another server keeps its journal in the database and runs. */
        STORE_IN_USE,
        /** The database that was to get a copy has a journal already. */
        STORE_NOT_EMPTY
    }

    private final Code code;

    /** Says what failed. */
    public StoreException(String message, Throwable cause) {
        this(Code.UNAVAILABLE, message, cause);
    }

    /** Says what failed and why. */
    public StoreException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Says that the store cannot be used now. */
    public StoreException(String message) {
        this(Code.UNAVAILABLE, message);
    }

    /** Says what is wrong with what was read. */
    public StoreException(Code code, String message) {
        super(message);
        this.code = code;
    }

    /** What is wrong. */
    public Code code() {
        return code;
    }
}
