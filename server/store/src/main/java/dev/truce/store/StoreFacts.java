package dev.truce.store;

/**
 * What a store says about itself.
 *
 * @param format version of the journal's format
 * @param group number of the last group that is durable, 0 if there is none
 * @param digest digest of all links, 64 hex digits
 * @param witnessed whether a witness outside the database was there when the store was opened
 */
public record StoreFacts(int format, long group, String digest, boolean witnessed) {}
