package dev.truce.app.log;

/** What is written down: an act that takes a right which not everybody has, or the attempt. */
public enum AuditEvent {
    /** The server runs. */
    STARTED,
    /** The server stops. */
    STOPPED,
    /** The server goes on although the end of its journal is lost, as its user said. */
    LOSS_ACCEPTED,
    /** A browser was let in to the page that opens classes, with the desk key or a link. */
    INSTRUCTOR_ENTERED,
    /** A room was opened. */
    ROOM_OPENED,
    /** A class was opened with the desk key. */
    CLASS_OPENED,
    /** A class was closed. */
    CLASS_CLOSED,
    /** A class that was closed was deleted by a command, with the matches of its tables. */
    CLASS_DELETED,
    /** A desk was opened, or opened again. */
    DESK_ENTERED,
    /** Somebody with the token or key of a place has it now instead of the one who was there. */
    PLACE_TAKEN_OVER,
    /** What opened a place opens it no more. */
    PLACE_REVOKED,
    /** The person who opened a room did something with its match. */
    HOST_ACTED,
    /** A desk did something with its class. */
    DESK_ACTED,
    /** A connection ended after too many wrong codes, keys or tokens. */
    WRONG_CODES,
    /** Somebody asked for what his role, his place or his phase does not allow. */
    NOT_ALLOWED;

    /** Returns whether it was tried and not done: of those that one stranger brings about, one a minute has a line. */
    public boolean isAttempt() {
        return this == WRONG_CODES || this == NOT_ALLOWED;
    }
}
