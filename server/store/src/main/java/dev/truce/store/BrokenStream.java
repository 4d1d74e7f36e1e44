package dev.truce.store;

/**
 * A stream that is not as it was written.
 *
 * @param stream its id
 * @param seq number of the first entry that is wrong or missing
 * @param damage what is wrong with it
 */
public record BrokenStream(String stream, long seq, Damage damage) {
    /** Says all of it in one line. */
    @Override
    public String toString() {
        return "match " + stream + ", entry " + seq + ": " + damage;
    }
}
