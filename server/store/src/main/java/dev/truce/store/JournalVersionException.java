package dev.truce.store;

/** The journal of a data directory was written in another version, which this program does not read; nothing was changed. */
public final class JournalVersionException extends StoreException {
    private static final long serialVersionUID = 1L;

    /** Says which version was found, and which program reads it. */
    public JournalVersionException(String message) {
        super(message);
    }
}
