package dev.truce.store.sqlite;

import dev.truce.store.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.jdbi.v3.core.Handle;

/**
 * How far a journal goes.
 *
 * @param group number of the last group
 * @param digest sum of the links of all entries
 */
record JournalHead(long group, byte[] digest) {
    /** Finds what the journal says of itself. */
    static final String QUERY = "SELECT group_number, digest FROM journal";

    /** What is wrong when streams are missing altogether. */
    static final String OTHER_ENTRIES = "other digest: all entries";

    static JournalHead in(Handle handle) {
        return handle.createQuery(QUERY).map((row, context) -> of(row)).one();
    }

    static JournalHead of(ResultSet row) throws SQLException {
        return new JournalHead(row.getLong(1), StreamReader.bytes(row, 2));
    }

    boolean is(JournalHead other) {
        return group == other.group && Arrays.equals(digest, other.digest);
    }

    /** Returns whether something is missing of what was acknowledged. */
    boolean hasLost(JournalHead acknowledged) {
        return group < acknowledged.group || (group == acknowledged.group && !is(acknowledged));
    }

    /** Says what is missing of what was acknowledged. */
    StoreException lossOf(JournalHead acknowledged) {
        return new StoreException(
                StoreException.Code.JOURNAL_TRUNCATED,
                group == acknowledged.group
                        ? "other digest: group " + group
                        : "last group: " + group + ", acknowledged: " + acknowledged.group);
    }

    /** Returns whether the links of all entries have the sum that was written last. Takes less than a microsecond for an entry. */
    boolean hasAllEntriesIn(Handle handle) {
        return Arrays.equals(sum(handle), digest);
    }

    /** Returns the head of a journal that is taken as it is. */
    JournalHead withSumIn(Handle handle) {
        return new JournalHead(group, sum(handle));
    }

    private static byte[] sum(Handle handle) {
        byte[][] sum = {Links.none()};
        handle.createQuery("SELECT link FROM event")
                .map((row, context) -> StreamReader.bytes(row, 1))
                .forEach(link -> sum[0] = Links.sum(sum[0], link));
        return sum[0];
    }
}
