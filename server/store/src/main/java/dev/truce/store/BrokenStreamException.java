package dev.truce.store;

/** A stream is not as it was written; nobody may go on from it. */
public final class BrokenStreamException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient BrokenStream broken;

    /** Says which and why. */
    public BrokenStreamException(BrokenStream broken) {
        super(broken.toString());
        this.broken = broken;
    }

    /** Which stream it is, and where it is broken. */
    public BrokenStream broken() {
        return broken;
    }
}
