package dev.truce.engine.orders;

/** Why a move is refused, in order of precedence: the first that applies is the one that is told. Codes never change. */
public enum RefusalCode implements Refusal.Code {
    /** No such match. */
    UNKNOWN_MATCH,
    /** The sender holds no seat in this match. */
    NOT_SEATED,
    /** This idempotency key was used before with other content. */
    MOVE_ID_REUSED,
    /** The match is over, not started, or paused. */
    WRONG_PHASE,
    /** The orders name another round than the open one. */
    STALE_ROUND,
    /** More orders than a side has instruments. */
    TOO_MANY_ORDERS,
    /** No such instrument. */
    UNKNOWN_INSTRUMENT,
    /** The instrument is not held by this seat. */
    NOT_YOUR_INSTRUMENT,
    /** The ladder has no such level. */
    LEVEL_NOT_ON_LADDER,
    /** The level is on the ladder but needs something that is not there yet. */
    NOT_YET_LEGAL,
    /** One instrument is ordered to two levels. */
    CONFLICTING_ORDERS,
    /** No such offer in this match. */
    UNKNOWN_OFFER,
    /** The offer is one's own where it must be the other side's, or the reverse. */
    NOT_YOUR_OFFER,
    /** The offer has been answered, withdrawn or has expired. */
    OFFER_NOT_OPEN,
    /** The acceptance names other terms than those of the offer. */
    TERMS_DIFFER,
    /** An offer of this side and round still stands, or the side has made as many as it may. */
    ONE_OFFER_A_ROUND,
    /** This side has accepted an offer in this round. */
    ONE_ACCEPTANCE_A_ROUND,
    /** Only the head of a delegation may do this. */
    ONLY_THE_HEAD,
    /** The terms cannot be: a bound is not on the ladder of its instrument. */
    BAD_TERMS,
    /** There is no clause in force that could be renewed or left. */
    NO_TREATY,
    /** The other side does not stand accused of this. */
    NO_ACCUSATION,
    /** The other side has made an offer that the seat had not heard when it said that it was done. */
    UNHEARD_OFFER,
    /** The text or the statement cannot be said. */
    BAD_TEXT,
    /** The seat has said as much as it may. */
    TOO_MUCH_TALK,
    /** No such draft in this round. */
    UNKNOWN_DRAFT,
    /** No shock card has this name. */
    UNKNOWN_CARD,
    /** The card is aimed at what it cannot be aimed at. */
    WRONG_TARGET,
    /** A card of this kind is played in the round already. */
    CARD_PLAYED,
    /** The match has no such round. */
    NO_SUCH_ROUND,
    /** Something else would happen now than what was shown. */
    STALE_PREVIEW
}
