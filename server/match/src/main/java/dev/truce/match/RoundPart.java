package dev.truce.match;

/** The parts of an open round, as its clock goes through them. */
public enum RoundPart {
    /** The time of the round runs, or there is no limit. */
    RUNNING,
    /** Time is up; who is not ready has a little more. */
    OVERTIME,
    /** Only seats that were given time of their own may still act. */
    EXTRA,
    /** Nobody may act any more, and the host has not resolved the round yet. */
    SHUT
}
