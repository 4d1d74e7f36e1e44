package dev.truce.match;

/** How much of a match is kept for its record. */
public enum Recording {
    /** Nothing: neither a hash chain nor a record can be had. */
    NONE,
    /** The hash chain, which costs a hash a round; the record can be had from the referee. */
    CHAIN,
    /** The hash chain; all who are told the end are told the record's text with it. */
    TEXT
}
