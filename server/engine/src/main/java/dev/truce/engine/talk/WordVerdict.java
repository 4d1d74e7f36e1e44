package dev.truce.engine.talk;

/** How a side's word compares with its deeds. */
public enum WordVerdict {
    /** The time for it has not run out. */
    PENDING,
    /** It came true. */
    DONE,
    /** It did not. */
    NOT_DONE,
    /** Something happened that took its object away; it counts neither way. */
    OVERTAKEN,
    /** It was about something covert, so nobody outside can tell; it counts neither way. */
    UNSEEN;

    /** Returns whether it counts, for or against the side. */
    public boolean counts() {
        return this == DONE || this == NOT_DONE;
    }
}
