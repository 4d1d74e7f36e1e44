package dev.truce.protocol.client;

/**
 * Something is on the server's disk.
 *
 * @param round the round it belongs to
 * @param orders number of orders sealed, 0 for a hold or an undo
 * @param savedUnixMillis server time at which it was durable
 */
public record Saved(int round, int orders, long savedUnixMillis) {}
