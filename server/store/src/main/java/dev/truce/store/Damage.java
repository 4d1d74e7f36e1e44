package dev.truce.store;

/** What is wrong with an entry. The names are shown to people and never change. */
public enum Damage {
    /** It is not there, and a later one or the head of its stream is. */
    MISSING,
    /** Its link does not follow from it and the one before. */
    CHANGED,
    /** It comes after the last one that was acknowledged, or a trace of a stream is left that has no entries. */
    ADDED,
    /** The tables that are derived from the entries say something else; the entry is the last one. */
    TABLES_DIFFER,
    /** The database cannot read it, or nobody knows its form. */
    UNREADABLE,
    /** Played again, it is refused or ends its round with another link. */
    REPLAY_DIFFERS
}
