package dev.truce.app.classroom;

import dev.truce.app.classroom.ClassListLines.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes class lists. */
public final class ClassListText {
    private ClassListText() {}

    /** Returns students as a list in CSV, which reads as the same students, with those columns that one of them needs at least. */
    public static String of(List<Student> students) {
        List<List<String>> columns = new ArrayList<>();
        for (Column column : Column.values()) {
            List<String> cells = students.stream()
                    .map(student -> text(cell(student, column)))
                    .toList();
            if (!cells.stream().allMatch(String::isEmpty)) {
                List<String> headed = new ArrayList<>(List.of(column.usualName()));
                headed.addAll(cells);
                columns.add(headed);
            }
        }
        StringBuilder csv = new StringBuilder();
        for (int i = 0; i <= students.size(); i++) {
            int row = i;
            csv.append(columns.stream().map(column -> quoted(column.get(row))).collect(Collectors.joining(",")))
                    .append('\n');
        }
        return csv.toString();
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

    private static String quoted(String cell) {
        boolean isPlain = cell.chars().noneMatch(sign -> sign == ',' || sign == '"' || sign == ';' || sign == '\t');
        return isPlain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
