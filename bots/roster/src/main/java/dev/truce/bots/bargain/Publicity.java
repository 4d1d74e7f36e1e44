package dev.truce.bots.bargain;

/** Which agreements a bargaining bot announces, and for how long it offers them. */
public enum Publicity {
    /** What ends before lines move; what does not end by then stays private. */
    CHOOSING,
    /** None, for the same lengths. */
    NEVER,
    /** All, for the same lengths. */
    ALWAYS,
    /** All, for as long as an agreement may last. */
    ALWAYS_LONG
}
