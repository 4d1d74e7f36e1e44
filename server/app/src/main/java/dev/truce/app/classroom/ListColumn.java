package dev.truce.app.classroom;

import dev.truce.protocol.text.Names;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A column of a class list. Its names are those of gradebooks, in English and Chinese; case, width and blanks do not matter. */
enum ListColumn {
    NAME("name", "student", "full_name", "\u59d3\u540d", "\u5b66\u751f"),
    SIS_ID("sis_user_id", "sis_id", "student_number", "student_id", "number", "\u5b66\u53f7"),
    LOGIN("sis_login_id", "sis_login", "login", "email", "\u767b\u5f55\u540d", "\u90ae\u7bb1"),
    CANVAS_ID("id", "canvas_id"),
    SECTION("section", "group", "\u73ed\u7ea7"),
    TABLE("table", "\u684c", "\u684c\u53f7"),
    SEAT("seat", "\u5ea7\u4f4d", "\u5e2d\u4f4d"),
    LANGUAGE("language", "lang", "\u8bed\u8a00");

    private final List<String> names;

    ListColumn(String... names) {
        this.names = List.of(names);
    }

    /** Finds the column that a cell of the first line names. */
    static Optional<ListColumn> find(String cell) {
        String key = Names.key(cell.strip()).replace(' ', '_').replace('-', '_');
        return Arrays.stream(values())
                .filter(column -> column.names.contains(key))
                .findFirst();
    }

    /** Returns the first name of each column, for the one who writes a list. */
    static String usual() {
        return Arrays.stream(values()).map(column -> column.names.get(0)).collect(Collectors.joining(", "));
    }
}
