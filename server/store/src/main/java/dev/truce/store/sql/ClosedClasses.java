package dev.truce.store.sql;

import dev.truce.store.Entry;
import dev.truce.store.StoredClass;
import dev.truce.store.chain.EntryBytes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks classes up that may be closed, by how they were opened: their rows have no code any more. */
final class ClosedClasses {
    private static final String OPENED = "SELECT event.stream, event.payload FROM class"
            + " JOIN event ON event.stream = class.class_id AND event.seq = 1 AND event.kind = '" + EntryBytes.CLASS
            + "'";
    private static final String NEWEST =
            OPENED + " WHERE class.code IS NULL ORDER BY class.opened_unix_millis DESC, class.class_id LIMIT ?";
    private static final String LAST = OPENED + " JOIN head ON head.stream = class.class_id"
            + " JOIN event ending ON ending.stream = head.stream AND ending.seq = head.seq"
            + " WHERE ending.kind = '" + EntryBytes.CLOSED + "' ORDER BY class.class_id";

    private ClosedClasses() {}

    /** Returns the classes that were opened under a code, those that are open too, the newest last. */
    static List<StoredClass> opened(Statements reading, String code) {
        return reading.list(OPENED, ClosedClasses::first).stream()
                .filter(opened -> code.equals(opened.code()))
                .sorted(Comparator.comparingLong(StoredClass::openedUnixMillis))
                .toList();
    }

    /** Returns the newest classes that are closed, the newest first, but those that cannot be read. */
    static List<StoredClass> newest(Statements reading, int most) {
        return readable(reading.list(NEWEST, ClosedClasses::readable, most));
    }

    /** Returns the classes whose last entry closes them, but those that cannot be read. */
    static List<StoredClass> last(Statements reading) {
        return readable(reading.list(LAST, ClosedClasses::readable));
    }

    private static List<StoredClass> readable(List<Optional<StoredClass>> found) {
        return found.stream().flatMap(Optional::stream).toList();
    }

    private static Optional<StoredClass> readable(ResultSet row) throws SQLException {
        try {
            return Optional.of(first(row));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static StoredClass first(ResultSet row) throws SQLException {
        byte[] payload = StreamReader.bytes(row, 2);
        return ((Entry.ClassOpened) new EntryBytes(EntryBytes.CLASS, payload).entry(row.getString(1))).opened();
    }
}
