package dev.truce.store;

/**
 * A stream that is not as it was written.
 *
 * @param stream its id
 * @param seq number of the first entry that is wrong or missing
 * @param damage what is wrong with it
 */
public record BrokenStream(String stream, long seq, Damage damage) {
    /** Says all of it in one line. */
    @Override
    public String toString() {
        return "match " + stream + ", entry " + seq + ": " + damage;
    }

    /** What is wrong with an entry. The names are shown to people and never change. */
    public enum Damage {
        /** It is not there, and a later one or the head of its stream is. */
        MISSING,
        /** Its link does not follow from it and the one before. */
        CHANGED,
        /** It comes after the last one that was acknowledged, or a trace of a stream is left that has no entries. */
        ADDED,
        /** The tables that are derived from the entries say something else; the entry is the last one. */
        TABLES_DIFFER,
        /** The database cannot read it, or nobody knows its form. */
        UNREADABLE,
        /** Played again, it is refused or ends its round with another link. */
        REPLAY_DIFFERS
    }

    /** A stream is not as it was written; nobody may go on from it. */
    public static final class BrokenStreamException extends RuntimeException {
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
}
