package dev.truce.app.host;

/**
 * An input of a seat is on disk.
 *
 * @param round the round it belongs to
 * @param orders number of orders that the seat has sealed for it, 0 for a hold or after an undo
 * @param savedUnixMillis since when, by the server's clock
 */
public record SavedDeed(int round, int orders, long savedUnixMillis) {}
