package dev.truce.store.sqlite;

import dev.truce.store.StoredMember;
import dev.truce.store.chain.Links;
import dev.truce.store.sql.ClassLists;
import dev.truce.store.sql.Statements;
import java.util.Arrays;

/** Keeps the lines of class lists and the sums that vouch for them. */
final class ClassSums {
    private static final String PUT = "INSERT INTO class_member"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (class_id, member) DO UPDATE SET name = excluded.name,"
            + " student = excluded.student, login = excluded.login, canvas_id = excluded.canvas_id,"
            + " section = excluded.section, language = excluded.language, key_hash = excluded.key_hash";

    private ClassSums() {}

    /** Writes a line in place of the one that stood there. */
    static void put(Statements writing, String classId, StoredMember member) {
        byte[] before = ClassLists.line(writing, classId, member.member())
                .map(line -> ClassLists.hash(classId, line))
                .orElseGet(Links::none);
        byte[] after = ClassLists.hash(classId, member);
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
        byte[] ofClass = Links.difference(ClassLists.kept(writing, classId), before);
        writing.run("UPDATE class SET list_sum = ? WHERE class_id = ?", Links.sum(ofClass, after), classId);
        byte[] ofAll = Links.difference(kept(writing), before);
        writing.run("UPDATE journal SET list_sum = ?", (Object) Links.sum(ofAll, after));
    }

    private static byte[] kept(Statements reading) {
        return reading.find("SELECT list_sum FROM journal", ClassLists::sum).orElseGet(Links::none);
    }

    /** Returns whether the sums of all classes are what was written last. */
    static boolean areWhole(Statements reading) {
        return Arrays.equals(ClassLists.total(reading), kept(reading));
    }

    /** Takes the sums of all classes as they are now. */
    static void accept(Statements writing) {
        writing.run("UPDATE journal SET list_sum = ?", (Object) ClassLists.total(writing));
    }

    /** Makes the sums of a journal that has none yet. */
    static void begin(Statements writing) {
        boolean none = writing.find("SELECT list_sum IS NULL FROM journal", row -> row.getBoolean(1))
                .orElse(false);
        if (none) {
            for (String classId : writing.list("SELECT class_id FROM class", row -> row.getString(1))) {
                byte[] sum = ClassLists.summed(writing, classId);
                writing.run("UPDATE class SET list_sum = ? WHERE class_id = ?", sum, classId);
            }
            accept(writing);
        }
    }
}
