package dev.truce.store;

import java.util.List;

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
}
