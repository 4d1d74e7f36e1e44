package dev.truce.app.classroom;

import dev.truce.app.classroom.ClassList.LeftOut;
import dev.truce.engine.Limits;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.orders.Refusal;
import dev.truce.match.Seat;
import dev.truce.protocol.text.Names;
import dev.truce.protocol.text.SafeText;
import dev.truce.story.words.Language;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The lines of a class list as they are read: whom each names, or why it is left out. */
final class ClassListLines {
    /** Longest cell that counts, in characters. */
    static final int MAX_CELL = Limits.MAX_ID_CHARACTERS;

    /** Where the student number may stand: the first of these columns that a list has. */
    private static final List<Column> IDS = List.of(Column.SIS_ID, Column.LOGIN, Column.CANVAS_ID);

    private static final Pattern SEAT =
            Pattern.compile("(US|CN)\\.(?:head|([1-" + Delegation.MAX_MINISTERS + "]))", Pattern.CASE_INSENSITIVE);

    /** A column of a class list. Its names are those of gradebooks, in English and Chinese; case, width and blanks do not matter. */
    enum Column {
        NAME("name", "student", "full_name", "\u59d3\u540d", "\u5b66\u751f"),
        SIS_ID("sis_user_id", "sis_id", "student_number", "student_id", "number", "\u5b66\u53f7"),
        LOGIN("sis_login_id", "sis_login", "login", "email", "\u767b\u5f55\u540d", "\u90ae\u7bb1"),
        CANVAS_ID("id", "canvas_id"),
        SECTION("section", "group", "\u73ed\u7ea7"),
        TABLE("table", "\u684c", "\u684c\u53f7"),
        SEAT("seat", "\u5ea7\u4f4d", "\u5e2d\u4f4d"),
        LANGUAGE("language", "lang", "\u8bed\u8a00"),
        /** The first round of who took a seat over from another. Servers write it, and nobody else has to. */
        FROM_ROUND("from_round");

        private final List<String> names;

        Column(String... names) {
            this.names = List.of(names);
        }

        /** Finds the column that a cell of the first line names. */
        static Optional<Column> find(String cell) {
            String key = Names.key(cell.strip()).replace(' ', '_').replace('-', '_');
            return Arrays.stream(values())
                    .filter(column -> column.names.contains(key))
                    .findFirst();
        }

        /** Returns the first name of each column, for the one who writes a list. */
        static String usual() {
            return Arrays.stream(values())
                    .filter(column -> column != FROM_ROUND)
                    .map(column -> column.names.get(0))
                    .collect(Collectors.joining(", "));
        }
    }

    private final Map<Column, Integer> columns;
    private final List<Student> students = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final Map<String, Integer> lineOfId = new HashMap<>();

    /** Begins; the header may name its columns later. */
    ClassListLines(Map<Column, Integer> columns) {
        this.columns = columns;
    }

    List<Student> students() {
        return students;
    }

    List<LeftOut> leftOut() {
        return leftOut;
    }

    /** Takes a line. */
    void add(int line, CSVRecord record) {
        String name = cell(record, Column.NAME);
        String id = id(record, name);
        String table = cell(record, Column.TABLE);
        String seat = cell(record, Column.SEAT);
        String language = cell(record, Column.LANGUAGE);
        Refusal wrong = wrong(name, id, table, seat, language);
        if (wrong == null) {
            lineOfId.put(Names.key(id), line);
            students.add(new Student(
                    line,
                    name,
                    id,
                    clean(record, Column.LOGIN),
                    clean(record, Column.CANVAS_ID),
                    clean(record, Column.SECTION),
                    table.isEmpty() ? null : Integer.valueOf(table),
                    seat(seat),
                    fromRound(cell(record, Column.FROM_ROUND)),
                    Language.find(language).orElse(null)));
        } else {
            leftOut.add(new LeftOut(line, SafeText.line(name, MAX_CELL), wrong));
        }
    }

    private String id(CSVRecord record, String name) {
        return IDS.stream()
                .filter(columns::containsKey)
                .findFirst()
                .map(column -> cell(record, column))
                .orElse(name);
    }

    private @Nullable Refusal wrong(String name, String id, String table, String seat, String language) {
        if (!isFit(name)) {
            return Refusal.of(ClassFault.BAD_NAME, "name").because("refused.bad_name.list", MAX_CELL);
        }
        if (!isFit(id)) {
            return Refusal.of(ClassFault.BAD_ID, "sis_id").naming(MAX_CELL);
        }
        Integer earlier = lineOfId.get(Names.key(id));
        if (earlier != null) {
            return Refusal.of(ClassFault.SAME_ID, "sis_id").naming(id, earlier);
        }
        if (!table.isEmpty() && !isTable(table)) {
            return Refusal.of(ClassFault.BAD_TABLE, "table").naming(safe(table), ClassList.MAX_TABLES);
        }
        if (!seat.isEmpty() && seat(seat) == null) {
            return Refusal.of(ClassFault.BAD_SEAT, "seat").naming(safe(seat), Delegation.MAX_MINISTERS);
        }
        Optional<Language> found = Language.find(language);
        if (!language.isEmpty() && found.isEmpty()) {
            return Refusal.of(ClassFault.BAD_LANGUAGE, "language")
                    .naming(safe(language))
                    .legal("en zh");
        }
        return null;
    }

    /** Returns what stands in a column, without blanks around, in one spelling of each letter; empty if there is no such cell. */
    String cell(CSVRecord record, Column column) {
        Integer index = columns.get(column);
        return index == null || index >= record.size()
                ? ""
                : Normalizer.normalize(record.get(index).strip(), Normalizer.Form.NFC);
    }

    /** Returns what stands in a column that is shown, and not compared with what somebody types, without what could command a terminal. */
    private String clean(CSVRecord record, Column column) {
        String text = cell(record, column);
        return SafeText.line(text, text.length());
    }

    private static boolean isFit(String text) {
        return !text.isEmpty() && safe(text).equals(text);
    }

    private static String safe(String text) {
        return SafeText.line(text, MAX_CELL);
    }

    private static boolean isTable(String cell) {
        return cell.matches("[0-9]{1,3}")
                && Integer.parseInt(cell) >= 1
                && Integer.parseInt(cell) <= ClassList.MAX_TABLES;
    }

    private static int fromRound(String cell) {
        return cell.matches("[0-9]{1,3}") ? Integer.parseInt(cell) : 0;
    }

    /** Returns the seat that a cell names as screens do, {@code US.head} or {@code CN.1}; null if it names none. */
    private static @Nullable Seat seat(String cell) {
        Matcher seat = SEAT.matcher(cell);
        if (!seat.matches()) {
            return null;
        }
        Side side = Side.valueOf(seat.group(1).toUpperCase(Locale.ROOT));
        return seat.group(2) == null ? Seat.head(side) : new Seat(side, Integer.parseInt(seat.group(2)));
    }
}
