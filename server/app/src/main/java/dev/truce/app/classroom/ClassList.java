package dev.truce.app.classroom;

import dev.truce.engine.orders.Refusal;
import dev.truce.match.deed.ClassAct;
import java.util.List;

/**
 * Who may come to a class.
 *
 * @param students in the order of the file
 * @param leftOut the lines that cannot be used, in the order of the file; the rest of the list counts without them
 */
public record ClassList(List<Student> students, List<LeftOut> leftOut) {
    /** The most students of a class: fifty tables of six. */
    public static final int MAX_STUDENTS = 300;

    /** The most tables of a class: two students at each. */
    public static final int MAX_TABLES = ClassAct.AtTables.MAX_TABLES;

    public ClassList {
        students = List.copyOf(students);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * A line that cannot be used.
     *
     * @param line where it stands in the file, from 1
     * @param name whom it names, made fit for a terminal; empty if it names nobody
     * @param why its code is a {@link ClassFault}
     */
    public record LeftOut(int line, String name, Refusal why) {}
}
