package dev.truce.engine.orders;

/** Why orders are refused, in order of precedence: the first that applies is the one that is told. Codes never change. */
public enum RefusalCode {
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
    CONFLICTING_ORDERS
}
