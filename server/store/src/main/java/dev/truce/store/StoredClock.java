package dev.truce.store;

/**
 * How much of an open round is left. Time left is stored, never the instant of the deadline, so that downtime costs nobody
 * anything.
 *
 * @param round the open round
 * @param leftMillis what was left of it when this was written, milliseconds
 */
public record StoredClock(int round, long leftMillis) {}
