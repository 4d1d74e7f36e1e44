package dev.truce.match.notation;

/** What can be wrong with written orders; where a code of {@link dev.truce.engine.orders.RefusalCode} fits, it is the same word. */
public enum NotationFault {
    /** Too long, or no {@code WORD=level}. */
    ORDER_SYNTAX,
    /** No such instrument. */
    UNKNOWN_INSTRUMENT,
    /** The other side holds it. */
    NOT_YOUR_INSTRUMENT,
    /** The ladder has no such level. */
    LEVEL_NOT_ON_LADDER,
    /** One instrument is ordered to two levels. */
    CONFLICTING_ORDERS
}
