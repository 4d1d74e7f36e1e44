package dev.truce.match.record;

/**
 * A round of a record.
 *
 * @param closed what it was resolved from
 * @param link the hash chain after it, its first 16 hex digits
 * @param annotations comments and variations
 */
public record RecordedRound(ClosedRound closed, String link, Annotations annotations) {
    /**
     * Insists on a link of the right length.
     *
     * @throws IllegalArgumentException if the link has not 16 hex digits
     */
    public RecordedRound {
        Hex.require("link of round " + closed.round(), link, Hex.SHOWN);
    }

    /** Returns the number of the round, from 1. */
    public int round() {
        return closed.round();
    }
}
