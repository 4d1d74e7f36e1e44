package dev.truce.store;

/**
 * An accepted input.
 *
 * @param seq number of its entry
 * @param payload what it says, in the encoding of the host
 */
public record StoredInput(long seq, byte[] payload) {}
