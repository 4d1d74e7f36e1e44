package dev.truce.store.sqlite;

import dev.truce.store.StoreException;
import dev.truce.store.chain.JournalHead;
import dev.truce.store.chain.Links;
import dev.truce.store.sql.Statements;
import dev.truce.store.sql.StreamReader;
import java.util.Collection;
import java.util.List;

/** Takes streams out of a store for ever: a class with its tables. All others, their links and the sum of all stay as they are. */
final class Removal {
    /** What is derived of a stream, in the order in which rows refer to one another, and the stream itself last. */
    private static final List<String> ROWS = List.of(
            "DELETE FROM place_token WHERE match_id = ?",
            "DELETE FROM seat WHERE match_id = ?",
            "DELETE FROM room WHERE match_id = ?",
            "DELETE FROM class_member WHERE class_id = ?",
            "DELETE FROM class WHERE class_id = ?",
            "DELETE FROM event WHERE stream = ?",
            "DELETE FROM head WHERE stream = ?");

    private Removal() {}

    /**
     * Takes streams out.
     *
     * @return what is acknowledged then
     * @throws StoreException if it could not be done; then nothing is
     */
    static JournalHead of(Statements writing, Collection<String> streams) {
        return writing.inTransaction(() -> {
            JournalHead before = JournalRow.in(writing);
            byte[] digest = before.digest();
            for (String stream : streams) {
                for (byte[] link : writing.list(
                        "SELECT link FROM event WHERE stream = ?", row -> StreamReader.bytes(row, 1), stream)) {
                    digest = Links.difference(digest, link);
                }
                ROWS.forEach(sql -> writing.run(sql, stream));
            }
            ClassSums.accept(writing);
            JournalHead after = new JournalHead(before.group() + 1, digest);
            writing.run("UPDATE journal SET group_number = ?, digest = ?", after.group(), after.digest());
            return after;
        });
    }
}
