package dev.truce.app.classroom;

import dev.truce.app.classroom.ClassListLines.Column;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.protocol.message.Wire;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes class lists. */
public final class ClassListText {
    private ClassListText() {}

    /** Returns students as a list in CSV, which reads as the same students, with those columns that one of them needs at least. */
    public static String of(List<Student> students) {
        List<Column> columns = Arrays.stream(Column.values())
                .filter(column -> students.stream()
                        .anyMatch(student -> !text(cell(student, column)).isEmpty()))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        rows.add(columns.stream().map(Column::usualName).toList());
        for (Student student : students) {
            rows.add(columns.stream().map(column -> text(cell(student, column))).toList());
        }
        return Gradebook.csv(rows);
    }

    /** Returns the same as servers take it over the wire; refused if it is too long for that. */
    public static Reply<String> toSend(List<Student> students) {
        String csv = of(students);
        int bytes = csv.getBytes(StandardCharsets.UTF_8).length;
        return bytes <= Wire.LIST_BYTES
                ? Reply.done(csv)
                : Reply.refused(Refusal.of(ClassFault.LIST_TOO_LARGE, "")
                        .because("refused.list_too_large.written", bytes, Wire.LIST_BYTES));
    }

    private static @Nullable Object cell(Student student, Column column) {
        return switch (column) {
            case NAME -> student.name();
            case SIS_ID -> student.id();
            case LOGIN -> student.login();
            case CANVAS_ID -> student.canvasId();
            case SECTION -> student.section();
            case TABLE -> student.table();
            case SEAT -> student.seat();
            case FROM_ROUND -> student.fromRound() == 0 ? null : student.fromRound();
            case LANGUAGE ->
                student.language() == null ? null : student.language().word();
            // They are parts of the name, and the login.
            case FIRST_NAME, LAST_NAME, EMAIL -> null;
        };
    }

    private static String text(@Nullable Object cell) {
        return cell == null ? "" : cell.toString();
    }
}
