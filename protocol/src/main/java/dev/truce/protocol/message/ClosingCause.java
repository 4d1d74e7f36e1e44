package dev.truce.protocol.message;

import dev.truce.engine.orders.Refusal;

/** Why a server closes a connection; one counter each. */
public enum ClosingCause implements Refusal.Code {
    /** The server stops; matches go on when it is back. */
    SHUTTING_DOWN,
    /** Bytes that are no message. */
    BAD_FRAME,
    /** No Hello within the time for it. */
    LOGIN_TIMEOUT,
    /** A frame was begun and not completed in time. */
    FRAME_TIMEOUT,
    /** Nothing was heard for too long. */
    IDLE,
    /** The client does not read what it is sent. */
    SLOW_READER,
    /** Too much work was asked for. */
    FLOOD,
    /** Too many connections. */
    SERVER_FULL,
    /** A fault of the server ended the match; its journal is kept. */
    MATCH_FAULT,
    /** The person who opened the room, or the class, has taken the place away. */
    PLACE_REVOKED,
    /** The class has changed who sits here: its student enters the class again and is told what he has now. */
    SEAT_GIVEN_ON
}
