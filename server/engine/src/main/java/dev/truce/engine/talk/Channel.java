package dev.truce.engine.talk;

/** Who hears what a seat says. */
public enum Channel {
    /** The seat's own delegation. */
    DELEGATION,
    /** Both delegations. */
    OTHER_SIDE,
    /** Everybody. */
    PUBLIC
}
