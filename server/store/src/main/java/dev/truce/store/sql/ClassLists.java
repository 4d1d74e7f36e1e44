package dev.truce.store.sql;

import dev.truce.engine.Sha256;
import dev.truce.store.StoredMember;
import dev.truce.store.chain.Links;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The lists of classes. Names have to be forgotten when somebody asks for it, so they are in no entry and in no chain; what says whether they are as
 * they were written is a sum of hashes of a class's lines, and the sum of those of all classes, which are written over with each change.
 */
public final class ClassLists {
    private static final String LINES = "SELECT member, name, student, login, canvas_id, section, language, key_hash"
            + " FROM class_member WHERE class_id = ?";

    private ClassLists() {}

    /** Returns the list of a class, by the numbers of its members. */
    public static List<StoredMember> of(Statements reading, String classId) {
        return reading.list(LINES + " ORDER BY member", ClassLists::line, classId);
    }

    /** Returns the line of a member. */
    public static Optional<StoredMember> line(Statements reading, String classId, int member) {
        return reading.find(LINES + " AND member = ?", ClassLists::line, classId, member);
    }

    private static StoredMember line(ResultSet row) throws SQLException {
        return new StoredMember(
                row.getInt(1),
                StreamReader.text(row, 2),
                StreamReader.text(row, 3),
                StreamReader.text(row, 4),
                StreamReader.text(row, 5),
                StreamReader.text(row, 6),
                StreamReader.text(row, 7),
                StreamReader.text(row, 8));
    }

    /** Returns the sum in the first column of a row, that of no lines if none was ever written. */
    public static byte[] sum(ResultSet row) throws SQLException {
        byte[] sum = row.getBytes(1);
        return sum == null || sum.length != Links.BYTES ? Links.none() : sum;
    }

    /** Returns whether the list of a class is the one that was written. */
    static boolean isWhole(Statements reading, String classId) {
        return Arrays.equals(summed(reading, classId), kept(reading, classId));
    }

    /** Returns the sum of the lines that a class has. */
    public static byte[] summed(Statements reading, String classId) {
        byte[] sum = Links.none();
        for (StoredMember member : of(reading, classId)) {
            sum = Links.sum(sum, hash(classId, member));
        }
        return sum;
    }

    /** Returns the sum that was written last for a class. */
    public static byte[] kept(Statements reading, String classId) {
        return reading.find("SELECT list_sum FROM class WHERE class_id = ?", ClassLists::sum, classId)
                .orElseGet(Links::none);
    }

    /** Returns the sum of what was written last for each class. */
    public static byte[] total(Statements reading) {
        byte[] total = Links.none();
        for (byte[] sum : reading.list("SELECT list_sum FROM class", ClassLists::sum)) {
            total = Links.sum(total, sum);
        }
        return total;
    }

    /** Returns the hash of a line. */
    public static byte[] hash(String classId, StoredMember member) {
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
