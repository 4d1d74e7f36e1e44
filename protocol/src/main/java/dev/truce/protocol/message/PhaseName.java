package dev.truce.protocol.message;

/** Where a connection stands; what it may ask for follows from it. */
public enum PhaseName {
    /** Connected, has not said hello. */
    GREETING,
    /** Has said hello and has no place. */
    LOBBY,
    /** Opened a room and has no place in it yet. */
    HOSTING,
    /** Has a seat. */
    SEATED,
    /** Watches. */
    OBSERVING,
    /** Is in a class and has no seat yet. */
    WAITING,
    /** Has a desk of a class. */
    DESK
}
