package dev.truce.store;

import java.util.List;
import java.util.Set;

/**
 * What one stream gets in a group.
 *
 * @param stream id of the match, at most 32 characters
 * @param after number of the last entry that the writer knows, 0 for a new stream; if the stream has another last entry, the batch is
 *     fenced and nothing of it is written
 * @param entries get the numbers after + 1, after + 2 and so on; none at all is a check
 * @param members lines of a class list that replace what stood under their numbers; they belong to no entry
 */
public record Batch(String stream, long after, List<Entry> entries, List<StoredMember> members) {
    public Batch {
        entries = List.copyOf(entries);
        members = List.copyOf(members);
    }

    /** A batch without names. */
    public Batch(String stream, long after, List<Entry> entries) {
        this(stream, after, entries, List.of());
    }

    /** How the append of a group ended. */
    public sealed interface Appended {
        /**
         * All of the group is durable, but for the batches that were fenced.
         *
         * @param fenced places in the group of batches of which nothing was written, because their stream has another last entry
         */
        record Done(Set<Integer> fenced) implements Appended {}

        /**
         * Whether the group is durable is not known, and all of it is or nothing. The store takes nothing more before it is reopened.
         *
         * @param cause what failed
         */
        record Unknown(RuntimeException cause) implements Appended {}
    }
}
