package dev.truce.match;

/** What a seat puts before its own delegation in an open round. No other side hears it, and an omniscient viewer hears it when the round is resolved. */
public interface Confided {
    /** Returns whose it is. */
    Seat seat();

    /** Returns the round. */
    int round();
}
