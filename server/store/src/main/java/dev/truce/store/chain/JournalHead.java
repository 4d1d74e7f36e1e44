package dev.truce.store.chain;

import dev.truce.store.StoreException;
import java.util.Arrays;

/**
 * How far a journal goes.
 *
 * @param group number of the last group
 * @param digest sum of the links of all entries
 */
public record JournalHead(long group, byte[] digest) {
    /** What is wrong when streams are missing altogether. */
    public static final String OTHER_ENTRIES = "other digest: all entries";

    /** Returns whether it is the same as another. */
    public boolean is(JournalHead other) {
        return group == other.group && Arrays.equals(digest, other.digest);
    }

    /** Returns whether something is missing of what was acknowledged. */
    public boolean hasLost(JournalHead acknowledged) {
        return group < acknowledged.group || (group == acknowledged.group && !is(acknowledged));
    }

    /** Says what is missing of what was acknowledged. */
    public StoreException lossOf(JournalHead acknowledged) {
        return new StoreException(
                StoreException.Code.JOURNAL_TRUNCATED,
                group == acknowledged.group
                        ? "other digest: group " + group
                        : "last group: " + group + ", acknowledged: " + acknowledged.group);
    }
}
