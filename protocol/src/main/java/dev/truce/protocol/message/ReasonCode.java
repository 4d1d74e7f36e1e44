package dev.truce.protocol.message;

import dev.truce.engine.orders.RefusalCode;

/**
 * Why a request is refused, in order of precedence: the first that applies is the one that is told. The connection's reasons
 * come first, then those of rooms, then those of the rules. Names never change.
 */
public enum ReasonCode {
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

    /** No such scenario. */
    UNKNOWN_SCENARIO,
    /** No such bot in the roster. */
    UNKNOWN_BOT,
    /** A setting of the room is outside its range. */
    OUT_OF_RANGE,
    /** No room has this code. */
    UNKNOWN_CODE,
    /** No seat is opened by this token, or it was replaced by a newer one. */
    BAD_TOKEN,
    /** This connection has a place in a room already. */
    ALREADY_SEATED,
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

    /** See {@link RefusalCode#UNKNOWN_MATCH}. */
    UNKNOWN_MATCH,
    /** See {@link RefusalCode#NOT_SEATED}. */
    NOT_SEATED,
    /** See {@link RefusalCode#MOVE_ID_REUSED}. */
    MOVE_ID_REUSED,
    /** See {@link RefusalCode#WRONG_PHASE}. */
    WRONG_PHASE,
    /** See {@link RefusalCode#STALE_ROUND}. */
    STALE_ROUND,
    /** See {@link RefusalCode#TOO_MANY_ORDERS}. */
    TOO_MANY_ORDERS,
    /** See {@link RefusalCode#UNKNOWN_INSTRUMENT}. */
    UNKNOWN_INSTRUMENT,
    /** See {@link RefusalCode#NOT_YOUR_INSTRUMENT}. */
    NOT_YOUR_INSTRUMENT,
    /** See {@link RefusalCode#LEVEL_NOT_ON_LADDER}. */
    LEVEL_NOT_ON_LADDER,
    /** See {@link RefusalCode#NOT_YET_LEGAL}. */
    NOT_YET_LEGAL,
    /** See {@link RefusalCode#CONFLICTING_ORDERS}. */
    CONFLICTING_ORDERS,
    /** See {@link RefusalCode#UNKNOWN_OFFER}. */
    UNKNOWN_OFFER,
    /** See {@link RefusalCode#NOT_YOUR_OFFER}. */
    NOT_YOUR_OFFER,
    /** See {@link RefusalCode#OFFER_NOT_OPEN}. */
    OFFER_NOT_OPEN,
    /** See {@link RefusalCode#TERMS_DIFFER}. */
    TERMS_DIFFER,
    /** See {@link RefusalCode#ONE_OFFER_A_ROUND}. */
    ONE_OFFER_A_ROUND,
    /** See {@link RefusalCode#ONE_ACCEPTANCE_A_ROUND}. */
    ONE_ACCEPTANCE_A_ROUND,
    /** See {@link RefusalCode#ONLY_THE_HEAD}. */
    ONLY_THE_HEAD,
    /** See {@link RefusalCode#BAD_TERMS}. */
    BAD_TERMS,
    /** See {@link RefusalCode#NO_TREATY}. */
    NO_TREATY,
    /** See {@link RefusalCode#UNHEARD_OFFER}. */
    UNHEARD_OFFER,
    /** See {@link RefusalCode#BAD_TEXT}. */
    BAD_TEXT,
    /** See {@link RefusalCode#TOO_MUCH_TALK}. */
    TOO_MUCH_TALK,
    /** See {@link RefusalCode#UNKNOWN_DRAFT}. */
    UNKNOWN_DRAFT,
    /** See {@link RefusalCode#UNKNOWN_CARD}. */
    UNKNOWN_CARD,
    /** See {@link RefusalCode#WRONG_TARGET}. */
    WRONG_TARGET,
    /** See {@link RefusalCode#CARD_PLAYED}. */
    CARD_PLAYED,
    /** See {@link RefusalCode#NO_SUCH_ROUND}. */
    NO_SUCH_ROUND;

    /** Returns the reason that a code of the rules is on the wire. */
    public static ReasonCode of(RefusalCode code) {
        return switch (code) {
            case UNKNOWN_MATCH -> UNKNOWN_MATCH;
            case NOT_SEATED -> NOT_SEATED;
            case MOVE_ID_REUSED -> MOVE_ID_REUSED;
            case WRONG_PHASE -> WRONG_PHASE;
            case STALE_ROUND -> STALE_ROUND;
            case TOO_MANY_ORDERS -> TOO_MANY_ORDERS;
            case UNKNOWN_INSTRUMENT -> UNKNOWN_INSTRUMENT;
            case NOT_YOUR_INSTRUMENT -> NOT_YOUR_INSTRUMENT;
            case LEVEL_NOT_ON_LADDER -> LEVEL_NOT_ON_LADDER;
            case NOT_YET_LEGAL -> NOT_YET_LEGAL;
            case CONFLICTING_ORDERS -> CONFLICTING_ORDERS;
            case UNKNOWN_OFFER -> UNKNOWN_OFFER;
            case NOT_YOUR_OFFER -> NOT_YOUR_OFFER;
            case OFFER_NOT_OPEN -> OFFER_NOT_OPEN;
            case TERMS_DIFFER -> TERMS_DIFFER;
            case ONE_OFFER_A_ROUND -> ONE_OFFER_A_ROUND;
            case ONE_ACCEPTANCE_A_ROUND -> ONE_ACCEPTANCE_A_ROUND;
            case ONLY_THE_HEAD -> ONLY_THE_HEAD;
            case BAD_TERMS -> BAD_TERMS;
            case NO_TREATY -> NO_TREATY;
            case UNHEARD_OFFER -> UNHEARD_OFFER;
            case BAD_TEXT -> BAD_TEXT;
            case TOO_MUCH_TALK -> TOO_MUCH_TALK;
            case UNKNOWN_DRAFT -> UNKNOWN_DRAFT;
            case UNKNOWN_CARD -> UNKNOWN_CARD;
            case WRONG_TARGET -> WRONG_TARGET;
            case CARD_PLAYED -> CARD_PLAYED;
            case NO_SUCH_ROUND -> NO_SUCH_ROUND;
        };
    }

    /** Returns whether the same request may succeed a little later without any change. */
    public boolean isTemporary() {
        return this == RATE_LIMITED || this == RETRY || this == STORE_UNAVAILABLE;
    }
}
