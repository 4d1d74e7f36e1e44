package dev.truce.app.net.desk;

import dev.truce.app.classroom.ClassList;
import dev.truce.app.classroom.Grouping.SeatedTable;
import dev.truce.app.classroom.Student;
import dev.truce.app.classroom.lesson.LessonField;
import dev.truce.app.classroom.lesson.ShippedLesson;
import dev.truce.app.host.Catalogue;
import dev.truce.app.host.classes.ClassPlan;
import dev.truce.app.http.HttpAnswer;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.protocol.message.ClassNews;
import dev.truce.story.picture.QrCode;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.RefusalWords;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the page of an instructor is told, in the language that it speaks. */
final class TeachAnswers {
    /** Where the texts of the page stand, and where those of what can be chosen. */
    private static final String WORDS = "teach.";

    private static final int BITS = 4;

    private final Phrases phrases;
    private final HttpAnswer words;
    private final HttpAnswer begun;

    /** Makes once what is the same for all, so that a call, which may come without a pass, costs nothing more. */
    TeachAnswers(Phrases phrases, Catalogue catalogue) {
        this.phrases = phrases;
        Map<String, String> texts = texts();
        this.words = answer(new TeachTexts(texts));
        this.begun = begun(texts, catalogue);
    }

    /** Answers who may come in. */
    record TeachPass(String token, int tables, int students) {}

    /** @param words texts of the page, by their keys without the beginning */
    record TeachTexts(Map<String, String> words) {}

    /** What the page needs to begin. */
    record TeachBegun(Map<String, String> words, List<LessonForm> lessons, List<FieldForm> fields) {}

    /** @param values by the names of fields */
    record LessonForm(String id, String title, String about, Map<String, String> values) {}

    /** @param options none where it is a text */
    record FieldForm(String name, String label, List<FieldOption> options) {}

    record FieldOption(String value, String text) {}

    /**
     * How a list is read, and who would sit where.
     *
     * @param bots seats that are left for bots
     */
    record ListReading(
            int students,
            String encoding,
            int bots,
            List<SeatingRow> tables,
            List<ListLine> leftOut,
            List<ListLine> noStudents) {}

    /** @param columns what the first line of a list says, if none of it names students: a person chooses */
    record ListColumns(List<String> columns) {}

    record SeatingRow(int table, List<String> us, List<String> cn) {}

    record ListLine(int line, String name, String why) {}

    /** @param keyed whether students need keys, which are told here only */
    record SlipsOfClass(String classCode, String title, int tables, boolean keyed, List<StudentSlip> students) {}

    /**
     * What a student gets.
     *
     * @param code the link as squares, a row each, four to a digit of base 16; none if there is no key
     */
    record StudentSlip(String name, String student, String key, String link, List<String> code) {}

    HttpAnswer words() {
        return words;
    }

    HttpAnswer begun() {
        return begun;
    }

    private Map<String, String> texts() {
        Map<String, String> words = new LinkedHashMap<>();
        phrases.keys().tailSet(WORDS).stream()
                .takeWhile(key -> key.startsWith(WORDS))
                .forEach(key -> words.put(key.substring(WORDS.length()), phrases.pattern(key)));
        return words;
    }

    private HttpAnswer begun(Map<String, String> texts, Catalogue catalogue) {
        List<LessonForm> lessons = ShippedLesson.all().stream()
                .map(lesson -> new LessonForm(
                        lesson.id(),
                        phrases.of(WORDS + "lesson." + lesson.id()),
                        phrases.of(WORDS + "lesson." + lesson.id() + ".about"),
                        values(lesson, catalogue)))
                .toList();
        List<FieldForm> fields = new ArrayList<>();
        for (LessonField field : LessonField.values()) {
            List<FieldOption> options = field == LessonField.SCENARIO
                    ? scenarios(catalogue)
                    : field.options().stream()
                            .map(value -> new FieldOption(value, text(field, value)))
                            .toList();
            fields.add(new FieldForm(field.word(), phrases.of(WORDS + "field." + field.word()), options));
        }
        return answer(new TeachBegun(texts, lessons, fields));
    }

    private static Map<String, String> values(ShippedLesson lesson, Catalogue catalogue) {
        Map<String, String> values = new LinkedHashMap<>();
        for (LessonField field : LessonField.values()) {
            values.put(field.word(), lesson.values().getOrDefault(field.key(), ""));
        }
        // A server may have other scenarios than those that ship.
        if (catalogue.find(values.getOrDefault(LessonField.SCENARIO.word(), "")).isEmpty()) {
            values.put(LessonField.SCENARIO.word(), catalogue.ids().get(0));
        }
        return values;
    }

    private List<FieldOption> scenarios(Catalogue catalogue) {
        return catalogue.ids().stream()
                .map(id -> new FieldOption(
                        id,
                        phrases.language()
                                .of(catalogue.find(id).orElseThrow().scenario().titles())))
                .toList();
    }

    private String text(LessonField field, String value) {
        String key = WORDS + "option." + field.word() + "." + value;
        return phrases.has(key) ? phrases.of(key) : phrases.of(WORDS + "option." + field.word(), value);
    }

    HttpAnswer listed(ClassPlan plan) {
        ClassList list = plan.list();
        List<SeatedTable> tables = plan.tables();
        int seats = plan.seats().seats().size();
        return answer(new ListReading(
                list.students().size(),
                list.encoding(),
                tables.size() * seats - list.students().size(),
                tables.stream()
                        .map(table -> new SeatingRow(
                                table.number(), names(list, table, Side.US), names(list, table, Side.CN)))
                        .toList(),
                lines(list.leftOut()),
                lines(list.noStudents())));
    }

    private static List<String> names(ClassList list, SeatedTable table, Side side) {
        return table.members().entrySet().stream()
                .filter(seat -> seat.getKey().side() == side)
                .map(seat -> list.students().get(seat.getValue()).name())
                .toList();
    }

    private List<ListLine> lines(List<ClassList.LeftOut> lines) {
        return lines.stream()
                .map(line -> new ListLine(line.line(), line.name(), RefusalWords.of(phrases, line.why())))
                .toList();
    }

    /**
     * Answers with the slips of all students.
     *
     * @param page where the page is, for the students
     */
    static HttpAnswer opened(ClassNews.Opened opened, ClassPlan plan, String page) {
        List<Student> students = plan.list().students();
        boolean keyed = !plan.template().byList();
        List<StudentSlip> slips = new ArrayList<>();
        String door = page + "#/join/" + opened.classCode();
        for (ClassNews.StudentKey each : opened.students()) {
            String name = students.size() < each.member()
                    ? each.student()
                    : students.get(each.member() - 1).name();
            String key = keyed ? each.key() : "";
            String link = key.isEmpty() ? door : door + "/" + escaped(each.student()) + "/" + key;
            slips.add(new StudentSlip(
                    name, each.student(), key, link, key.isEmpty() ? List.of() : squares(QrCode.rows(link))));
        }
        return answer(new SlipsOfClass(opened.classCode(), plan.template().title(), opened.tables(), keyed, slips));
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static List<String> squares(List<String> rows) {
        return rows.stream()
                .map(row -> {
                    String bits = row.replace(QrCode.DARK, '1').replace(' ', '0');
                    String whole = bits + "0".repeat((BITS - bits.length() % BITS) % BITS);
                    String digits = new BigInteger(whole, 2).toString(16);
                    return "0".repeat(whole.length() / BITS - digits.length()) + digits;
                })
                .toList();
    }

    /** A refusal in the language of the page, too. */
    HttpAnswer refused(Refusal refusal) {
        return DeskAnswers.refused(refusal, RefusalWords.of(phrases, refusal));
    }

    HttpAnswer refused(int status, Refusal refusal) {
        return DeskAnswers.refused(status, refusal, RefusalWords.of(phrases, refusal));
    }

    static HttpAnswer answer(Record told) {
        return DeskAnswers.json(JsonRecord.of(told));
    }
}
