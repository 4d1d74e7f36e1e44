package dev.truce.store.sqlite;

import dev.truce.engine.Sha256;
import dev.truce.store.StoredMember;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The lists of classes. Names have to be forgotten when somebody asks for it, so they are in no entry and in no chain; what says whether they are as
 * they were written is a sum of hashes of a class's lines, and the sum of those of all classes, which are written over with each change.
 */
final class ClassLists {
    private static final String LINES = "SELECT member, name, student, login, canvas_id, section, language, key_hash"
            + " FROM class_member WHERE class_id = ?";
    private static final String LINE = LINES + " AND member = ?";
    private static final String PUT = "INSERT INTO class_member"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (class_id, member) DO UPDATE SET name = excluded.name,"
            + " student = excluded.student, login = excluded.login, canvas_id = excluded.canvas_id,"
            + " section = excluded.section, language = excluded.language, key_hash = excluded.key_hash";

    private ClassLists() {}

    /** Returns the list of a class, by the numbers of its members. */
    static List<StoredMember> of(Handle handle, String classId) {
        return handle.createQuery(LINES + " ORDER BY member")
                .bind(0, classId)
                .map((row, context) -> line(row))
                .list();
    }

    private static StoredMember line(ResultSet row) throws SQLException {
        return new StoredMember(
                row.getInt(1),
                text(row, 2),
                text(row, 3),
                text(row, 4),
                text(row, 5),
                text(row, 6),
                text(row, 7),
                text(row, 8));
    }

    private static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    /** Writes a line in place of the one that stood there. */
    static void put(PreparedStatements writing, String classId, StoredMember member) {
        byte[] before = writing.find(LINE, ClassLists::line, classId, member.member())
                .map(line -> hash(classId, line))
                .orElseGet(Links::none);
        byte[] after = hash(classId, member);
        writing.run(
                PUT,
                classId,
                member.member(),
                member.name(),
                member.student(),
                member.login(),
                member.canvasId(),
                member.section(),
                member.language(),
                member.keyHash());
        change(writing, "class WHERE class_id = ?", before, after, classId);
        change(writing, "journal WHERE id = ?", before, after, 1);
    }

    private static void change(PreparedStatements writing, String row, byte[] before, byte[] after, Object key) {
        byte[] sum = writing.find("SELECT list_sum FROM " + row, ClassLists::sum, key)
                .orElseGet(Links::none);
        String table = row.substring(0, row.indexOf(' '));
        writing.run(
                "UPDATE " + table + " SET list_sum = ?" + row.substring(table.length()),
                Links.sum(Links.difference(sum, before), after),
                key);
    }

    private static byte[] sum(ResultSet row) throws SQLException {
        byte[] sum = row.getBytes(1);
        return sum == null || sum.length != Links.BYTES ? Links.none() : sum;
    }

    /** Returns whether the list of a class is the one that was written. */
    static boolean isWhole(Handle handle, String classId) {
        return Arrays.equals(summed(handle, classId), kept(handle, "class WHERE class_id = ?", classId));
    }

    private static byte[] summed(Handle handle, String classId) {
        byte[] sum = Links.none();
        for (StoredMember member : of(handle, classId)) {
            sum = Links.sum(sum, hash(classId, member));
        }
        return sum;
    }

    private static byte[] kept(Handle handle, String row, Object... key) {
        return handle.select("SELECT list_sum FROM " + row, key)
                .map((found, context) -> sum(found))
                .findOne()
                .orElseGet(Links::none);
    }

    /** Returns whether the sums of all classes are what was written last. */
    static boolean areWhole(Handle handle) {
        return Arrays.equals(total(handle), kept(handle, "journal"));
    }

    private static byte[] total(Handle handle) {
        byte[] total = Links.none();
        for (byte[] sum : handle.createQuery("SELECT list_sum FROM class")
                .map((row, context) -> sum(row))
                .list()) {
            total = Links.sum(total, sum);
        }
        return total;
    }

    /** Takes the sums of all classes as they are now. */
    static void accept(Handle handle) {
        handle.execute("UPDATE journal SET list_sum = ?", total(handle));
    }

    /** Makes the sums of a journal that has none yet. */
    static void begin(Handle handle) {
        boolean none = handle.createQuery("SELECT list_sum IS NULL FROM journal")
                .mapTo(Boolean.class)
                .one();
        if (none) {
            for (String classId : handle.createQuery("SELECT class_id FROM class")
                    .mapTo(String.class)
                    .list()) {
                handle.execute("UPDATE class SET list_sum = ? WHERE class_id = ?", summed(handle, classId), classId);
            }
            accept(handle);
        }
    }

    private static byte[] hash(String classId, StoredMember member) {
        MessageDigest sha = Sha256.start();
        for (String text : List.of(
                classId,
                Integer.toString(member.member()),
                member.name(),
                member.student(),
                member.login(),
                member.canvasId(),
                member.section(),
                member.language(),
                member.keyHash())) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
            sha.update(bytes);
        }
        return sha.digest();
    }
}
