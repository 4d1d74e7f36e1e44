package dev.truce.match.record;

import dev.truce.match.ClosedRound;

/**
 * A round of a record.
 *
 * @param closed what it was resolved from
 * @param link the hash chain after it, hex: all 64 digits, or the first 16 where a text form shows no more
 */
public record RecordedRound(ClosedRound closed, String link) {}
