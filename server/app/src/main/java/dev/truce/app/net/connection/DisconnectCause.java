package dev.truce.app.net.connection;

import dev.truce.protocol.message.ClosingCause;

/** Why a connection ended; one counter each. Expected ends are figures, not log lines. */
public enum DisconnectCause {
    /** The client closed it. */
    CLIENT_CLOSED,
    /** The network broke it. */
    NETWORK,
    /** A newer connection has the place. */
    TAKEN_OVER,
    /** The server stops. */
    SHUTTING_DOWN,
    /** Bytes that are no message. */
    BAD_FRAME,
    /** No request within the time for the first. */
    LOGIN_TIMEOUT,
    /** Logged in, but wants nothing. */
    LOBBY_TIMEOUT,
    /** A frame was begun and not completed in time. */
    FRAME_TIMEOUT,
    /** Nothing was heard for too long. */
    IDLE,
    /** The client does not read what it is sent. */
    SLOW_READER,
    /** Too much work was asked for. */
    FLOOD,
    /** Too many wrong codes. */
    WRONG_CODES,
    /** Too many connections, or too many of one address without a place. */
    SERVER_FULL,
    /** A fault of the server stopped the match. */
    MATCH_FAULT,
    /** Who opened the room has taken the place away. */
    PLACE_REVOKED,
    /** The class has changed who sits there. */
    SEAT_GIVEN_ON,
    /** The client does not speak this version. */
    UNSUPPORTED_VERSION,
    /** The TLS handshake failed or took too long. */
    TLS_FAILED,
    /** No TLS where it is required, or TLS where there is none. */
    TLS_MISMATCH,
    /** HTTP was answered. */
    HTTP_DONE,
    /** A bug of ours. */
    UNCAUGHT;

    /** Returns the cause of an end that the client is told. */
    static DisconnectCause of(ClosingCause cause) {
        return switch (cause) {
            case SHUTTING_DOWN -> SHUTTING_DOWN;
            case BAD_FRAME -> BAD_FRAME;
            case LOGIN_TIMEOUT -> LOGIN_TIMEOUT;
            case FRAME_TIMEOUT -> FRAME_TIMEOUT;
            case IDLE -> IDLE;
            case SLOW_READER -> SLOW_READER;
            case FLOOD -> FLOOD;
            case SERVER_FULL -> SERVER_FULL;
            case MATCH_FAULT -> MATCH_FAULT;
            case PLACE_REVOKED -> PLACE_REVOKED;
            case SEAT_GIVEN_ON -> SEAT_GIVEN_ON;
        };
    }
}
