package dev.truce.match.notation;

import dev.truce.engine.orders.Refusal;

/** What can be wrong with written orders; where a code of {@link dev.truce.engine.orders.RefusalCode} fits, it has the same name. */
public enum NotationFault implements Refusal.Code {
    /** Too long, or no {@code WORD=level}. */
    ORDER_SYNTAX,
    /** No such instrument. */
    UNKNOWN_INSTRUMENT,
    /** The other side holds it. */
    NOT_YOUR_INSTRUMENT,
    /** The ladder has no such level. */
    LEVEL_NOT_ON_LADDER,
    /** One instrument is ordered to two levels. */
    CONFLICTING_ORDERS,
    /** The terms of an offer cannot be read, or cannot be. */
    BAD_TERMS,
    /** There is no treaty to renew. */
    NO_TREATY,
    /** What stands there names no offer. */
    UNKNOWN_OFFER,
    /** The words cannot be said. */
    BAD_TEXT
}
