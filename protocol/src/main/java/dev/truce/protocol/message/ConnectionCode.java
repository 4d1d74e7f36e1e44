package dev.truce.protocol.message;

import dev.truce.engine.orders.Refusal;

/**
 * Why a connection or a room refuses a request, in order of precedence: the first that applies is the one that is told. All come
 * before those of the rules, {@link dev.truce.engine.orders.RefusalCode}. Names never change.
 */
public enum ConnectionCode implements Refusal.Code {
    /** The message lacks a field, or a field has a value that the schema does not allow. */
    MALFORMED,
    /** The server does not speak this protocol version or ruleset. */
    UNSUPPORTED_VERSION,
    /** Not for this role, or not in this phase of the connection. */
    NOT_ALLOWED,
    /** Too many requests; try again after the given time. */
    RATE_LIMITED,
    /** The server is too busy now; nothing was done, try again after the given time. */
    RETRY,
    /** The server cannot save anything at present, so it accepts nothing. */
    STORE_UNAVAILABLE,
    /** What was saved of this match is not as it was written, so nobody goes on from it. */
    JOURNAL_BROKEN,
    /** The desk key, ticket or token opens no desk here. */
    NOT_INSTRUCTOR,

    /** No such scenario. */
    UNKNOWN_SCENARIO,
    /** No such bot in the roster. */
    UNKNOWN_BOT,
    /** A setting of the room is outside its range. */
    OUT_OF_RANGE,
    /** No room has this code. */
    UNKNOWN_CODE,
    /** The code is that of a class, which is entered by number and key. */
    IS_A_CLASS,
    /** No seat is opened by this token, or it was replaced by a newer one. */
    BAD_TOKEN,
    /** This connection has a place in a room already. */
    ALREADY_SEATED,
    /** The class is closed, or its doors are. */
    CLASS_NOT_OPEN,
    /** The class has no such student, or it is not the student's key. */
    WRONG_KEY,
    /** Another device has the seat open, and this one may not wait for it. */
    SEAT_HELD,
    /** The class has no such table. */
    UNKNOWN_TABLE,
    /** The class has no such member. */
    UNKNOWN_MEMBER,
    /** The room's match has begun. */
    ROOM_STARTED,
    /** The room has no such seat. */
    NO_SUCH_SEAT,
    /** No seat is vacant. */
    ROOM_FULL,
    /** All seats of the wished side have occupants. */
    SIDE_TAKEN,
    /** The wished seat has an occupant. */
    SEAT_TAKEN,
    /** The name is too long, empty, or has characters that are not allowed. */
    BAD_NAME,
    /** Somebody in the room has this name, or one that differs only in case or form. */
    NAME_TAKEN,
    /** Only the creator of the room may do this. */
    NOT_CREATOR,
    /** A seat is vacant, so the match cannot start. */
    SEATS_VACANT,
    /** A desk does this at so many tables only one after another. */
    TOO_MANY_AT_ONCE,
    /** What a desk did has worked, or nothing takes it back. */
    NOT_UNDOABLE;

    /** Returns whether the same request may succeed a little later without any change. */
    public static boolean isTemporary(Refusal.Code code) {
        return code == RATE_LIMITED || code == RETRY || code == STORE_UNAVAILABLE;
    }
}
