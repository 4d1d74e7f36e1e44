package dev.truce.store;

/**
 * A round that was resolved.
 *
 * @param seq number of its entry
 * @param round its number, from 1
 * @param link the record's link of that round
 */
public record StoredRound(long seq, int round, byte[] link) {}
