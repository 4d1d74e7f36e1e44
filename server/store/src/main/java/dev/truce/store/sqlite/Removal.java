package dev.truce.store.sqlite;

import dev.truce.store.StoreException;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

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
    static JournalHead of(Handle writer, Collection<String> streams, JournalHead before) {
        return writer.inTransaction(handle -> {
            byte[] digest = before.digest();
            for (String stream : streams) {
                for (byte[] link : handle.createQuery("SELECT link FROM event WHERE stream = ?")
                        .bind(0, stream)
                        .map((row, context) -> StreamReader.bytes(row, 1))
                        .list()) {
                    digest = Links.difference(digest, link);
                }
                ROWS.forEach(sql -> handle.execute(sql, stream));
            }
            ClassLists.accept(handle);
            JournalHead after = new JournalHead(before.group() + 1, digest);
            handle.execute("UPDATE journal SET group_number = ?, digest = ?", after.group(), after.digest());
            return after;
        });
    }
}
