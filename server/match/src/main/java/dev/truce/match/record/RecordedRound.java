package dev.truce.match.record;

import dev.truce.match.ClosedRound;

/**
 * A round of a record.
 *
 * @param closed what it was resolved from
 * @param link the hash chain after it, 64 hex digits; a text form may carry only the first 16
 */
public record RecordedRound(ClosedRound closed, String link) {}
