package dev.truce.app.classroom;

import dev.truce.app.classroom.ClassList.LeftOut;
import dev.truce.app.classroom.sheet.Sheet.SheetRow;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.orders.Refusal;
import dev.truce.match.Seat;
import dev.truce.protocol.text.Names;
import dev.truce.protocol.text.SafeText;
import dev.truce.story.words.Language;
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
import org.jspecify.annotations.Nullable;

/** The lines of a class list as they are read: whom each names, or why it is left out. */
final class ClassListLines {
    /** Where the student number may stand: the first of these columns that a list has. */
    private static final List<Column> IDS = List.of(Column.SIS_ID, Column.LOGIN, Column.EMAIL, Column.CANVAS_ID);

    /** What Canvas writes below the header. */
    private static final String MANUAL_POSTING = "manual posting";

    private static final String POINTS_POSSIBLE = "points possible";

    /** The students whom Canvas and Blackboard invent for a teacher. */
    private static final List<String> TEST_STUDENTS = List.of("student, test", "test student", "test, student");

    private static final String PREVIEW = "_previewuser";

    private static final Pattern SEAT =
            Pattern.compile("(US|CN)\\.(?:head|([1-" + Delegation.MAX_MINISTERS + "]))", Pattern.CASE_INSENSITIVE);

    /** A column of a class list. Its names are those of learning systems, in English, German and Chinese; case, width and blanks do not matter. */
    enum Column {
        NAME("name", "student", "full_name", "student_name", "\u59d3\u540d", "\u5b66\u751f"),
        FIRST_NAME("first_name", "given_name", "vorname", "\u540d", "\u540d\u5b57"),
        LAST_NAME("last_name", "surname", "family_name", "nachname", "familienname", "\u59d3", "\u59d3\u6c0f"),
        SIS_ID(
                "sis_user_id",
                "sis_id",
                "student_number",
                "student_id",
                "number",
                "id_number",
                "orgdefinedid",
                "org_defined_id",
                "id_nummer",
                "matrikelnummer",
                "matrikel",
                "\u5b66\u53f7",
                "id_\u53f7",
                "id\u53f7"),
        LOGIN(
                "sis_login_id",
                "sis_login",
                "login",
                "username",
                "user_name",
                "anmeldename",
                "benutzername",
                "\u767b\u5f55\u540d",
                "\u7528\u6237\u540d"),
        EMAIL(
                "email",
                "e_mail",
                "email_address",
                "e_mail_address",
                "e_mail_adresse",
                "\u90ae\u7bb1",
                "\u7535\u5b50\u90ae\u4ef6",
                "\u7535\u5b50\u90ae\u7bb1",
                "\u7535\u5b50\u90ae\u4ef6\u5730\u5740"),
        CANVAS_ID("id", "canvas_id"),
        SECTION("section", "sections", "group", "groups", "gruppe", "gruppen", "\u73ed\u7ea7"),
        TABLE("table", "\u684c", "\u684c\u53f7"),
        SEAT("seat", "\u5ea7\u4f4d", "\u5e2d\u4f4d"),
        LANGUAGE("language", "lang", "\u8bed\u8a00"),
        /** The first round of who took a seat over from another. Servers write it, and nobody else has to. */
        FROM_ROUND("from_round");

        private final List<String> names;

        Column(String... names) {
            this.names = List.of(names);
        }

        /** Returns the name that servers write. */
        String usualName() {
            return names.get(0);
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
                    .filter(column -> column != FROM_ROUND && column != FIRST_NAME && column != LAST_NAME)
                    .map(column -> column.names.get(0))
                    .collect(Collectors.joining(", "));
        }
    }

    private final Map<Column, Integer> columns;
    /** Those columns that could tell students apart, and are not empty from top to bottom. */
    private final List<Column> ids;

    private final List<Student> students = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<LeftOut> noStudents = new ArrayList<>();
    private final Map<String, Integer> lineOfId = new HashMap<>();

    /**
     * Reads lines.
     *
     * @param columns where each column is that the header names
     * @param rows what stands below the header
     */
    ClassListLines(Map<Column, Integer> columns, List<SheetRow> rows) {
        this.columns = columns;
        this.ids = IDS.stream()
                .filter(columns::containsKey)
                .filter(column ->
                        rows.stream().anyMatch(row -> !cell(row, column).isEmpty()))
                .toList();
        rows.forEach(this::add);
    }

    List<Student> students() {
        return students;
    }

    List<LeftOut> leftOut() {
        return leftOut;
    }

    List<LeftOut> noStudents() {
        return noStudents;
    }

    private void add(SheetRow row) {
        String name = name(row);
        if (isOfGradebook(row, name)) {
            noStudents.add(new LeftOut(
                    row.line(),
                    safe(name),
                    Refusal.of(ClassFault.NO_STUDENT, "name").naming(said(row, name))));
            return;
        }
        String id = id(row, name);
        String table = cell(row, Column.TABLE);
        String seat = cell(row, Column.SEAT);
        String language = cell(row, Column.LANGUAGE);
        Refusal wrong = wrong(name, id, table, seat, language);
        if (wrong == null) {
            lineOfId.put(Names.key(id), row.line());
            students.add(new Student(
                    row.line(),
                    name,
                    id,
                    login(row),
                    clean(row, Column.CANVAS_ID),
                    clean(row, Column.SECTION),
                    table.isEmpty() ? null : Integer.valueOf(table),
                    seat(seat),
                    fromRound(cell(row, Column.FROM_ROUND)),
                    Language.find(language).orElse(null)));
        } else {
            leftOut.add(new LeftOut(row.line(), safe(name), wrong));
        }
    }

    /** Returns the name as one: a family name in Chinese comes first, without a blank. */
    private String name(SheetRow row) {
        String whole = cell(row, Column.NAME);
        if (!whole.isEmpty() || !columns.containsKey(Column.LAST_NAME)) {
            return whole;
        }
        String first = cell(row, Column.FIRST_NAME);
        String last = cell(row, Column.LAST_NAME);
        boolean chinese = !last.isEmpty() && Character.isIdeographic(last.codePointAt(0));
        return chinese ? last + first : (first + " " + last).strip();
    }

    private boolean isOfGradebook(SheetRow row, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean isPosting =
                name.isEmpty() && row.cells().stream().anyMatch(cell -> cell.equalsIgnoreCase(MANUAL_POSTING));
        return isPosting
                || lower.equals(POINTS_POSSIBLE)
                || TEST_STUDENTS.contains(lower)
                || lower.contains(PREVIEW)
                || cell(row, Column.LOGIN).toLowerCase(Locale.ROOT).endsWith(PREVIEW);
    }

    private static String said(SheetRow row, String name) {
        return safe(
                name.isEmpty()
                        ? row.cells().stream()
                                .filter(cell -> !cell.isEmpty())
                                .findFirst()
                                .orElse("")
                        : name);
    }

    /** Returns the first of the numbers that the line has; only where the list has no such column, the name. */
    private String id(SheetRow row, String name) {
        return ids.isEmpty()
                ? name
                : ids.stream()
                        .map(column -> cell(row, column))
                        .filter(cell -> !cell.isEmpty())
                        .findFirst()
                        .orElse("");
    }

    private String login(SheetRow row) {
        String login = clean(row, Column.LOGIN);
        return login.isEmpty() ? clean(row, Column.EMAIL) : login;
    }

    private @Nullable Refusal wrong(String name, String id, String table, String seat, String language) {
        Optional<Refusal> unfit = ClassList.unfit(name, id);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        Integer earlier = lineOfId.get(Names.key(id));
        if (earlier != null) {
            return ids.isEmpty()
                    ? Refusal.of(ClassFault.SAME_NAME, "name").naming(id, earlier)
                    : Refusal.of(ClassFault.SAME_ID, "sis_id").naming(id, earlier);
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
                    .legal(String.join(" ", Language.words()));
        }
        return null;
    }

    /** Returns what stands in a column; empty if there is no such cell. */
    private String cell(SheetRow row, Column column) {
        Integer index = columns.get(column);
        String cell =
                index == null || index >= row.cells().size() ? "" : row.cells().get(index);
        // Brightspace puts the sign before numbers and logins, so that no spreadsheet changes them.
        return column == Column.SIS_ID || column == Column.LOGIN ? cell.replaceFirst("^#+", "") : cell;
    }

    /** Returns what stands in a column that is shown, and not compared with what somebody types, without what could command a terminal. */
    private String clean(SheetRow row, Column column) {
        String text = cell(row, column);
        return SafeText.line(text, text.length());
    }

    private static String safe(String text) {
        return SafeText.line(text, ClassList.MAX_CELL);
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
