package dev.truce.app.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.classroom.ClassList.LeftOut;
import dev.truce.app.classroom.ClassListLines.Column;
import dev.truce.app.classroom.sheet.Sheet;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.protocol.message.Wire;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.words.Language;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.RefusalWords;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassListTest {
    private static final Phrases ENGLISH = Bundles.of(Language.EN);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,sis_id,section\nKim Lee,s1,A\n",
                "\uFEFFName;SIS User ID;Section\r\nKim Lee;s1;A\r\n",
                "Section\tSTUDENT\tStudent Number\nA\tKim Lee\ts1\n",
                "\u59d3\u540d,\u5b66\u53f7,\u73ed\u7ea7\nKim Lee,s1,A\n",
                "\"name\",\"sis_id\",\"section\",\"Final Score\"\n\"Kim Lee\",\" s1 \",\"A\",\"99\"\n\n",
            })
    void aListIsReadAsGradebooksAndSpreadsheetsWriteIt(String file) {
        Student student = list(file).students().get(0);

        assertThat(student.name()).isEqualTo("Kim Lee");
        assertThat(student.id()).isEqualTo("s1");
        assertThat(student.section()).isEqualTo("A");
    }

    @Test
    void aGradebookOfCanvasIsAList() {
        ClassList list = list("Student,ID,SIS User ID,SIS Login ID,Section,Essay (12)\n"
                + "    Points Possible,,,,,10\n"
                + "\"Lee, Kim\",4711,s1,klee,Econ 101,8\n"
                + "\"Student, Test\",4712,,,Econ 101,\n");

        assertThat(list.students())
                .containsExactly(new Student(3, "Lee, Kim", "s1", "klee", "4711", "Econ 101", null, null, 0, null));
        assertThat(list.leftOut()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name,sis_login,id | Kim,klee,7 | klee",
                "name,id           | Kim,7      | 7",
                "name              | Kim        | Kim",
                "name,id_number,email | Kim,,k@x.example | k@x.example",
                "name,id_number    | Kim,       | Kim",
            })
    void whatAStudentTypesIsTheFirstNumberThatTheListHas(String header, String line, String id) {
        assertThat(list(header + "\n" + line + "\n").students().get(0).id()).isEqualTo(id);
    }

    @Test
    void thePageShowsAListThatIsTakenAndAllColumns() throws IOException {
        String page = Files.readString(Path.of("..", "..", "docs", "use", "classes.md"));
        String section = page.substring(page.indexOf("## The class list"), page.indexOf("## Students"));
        ClassList list = list(section.replaceAll("(?s).*```\n(.*?)```.*", "$1"));
        assertThat(list.students()).hasSize(3);
        assertThat(list.leftOut()).isEmpty();

        Set<Column> shown = EnumSet.noneOf(Column.class);
        for (String row : section.lines().filter(line -> line.startsWith("| `")).toList()) {
            String names = row.substring(0, row.indexOf('|', row.indexOf('|', 1) + 1));
            Set<Column> one = Pattern.compile("`([^`]+)`")
                    .matcher(names)
                    .results()
                    .map(name -> Column.find(name.group(1)).orElseThrow())
                    .collect(Collectors.toSet());
            assertThat(one).as(row).hasSize(1);
            shown.addAll(one);
        }
        assertThat(shown).isEqualTo(EnumSet.complementOf(EnumSet.of(Column.FROM_ROUND)));
    }

    @Test
    void aLineMayChooseATableAndALanguage() {
        List<Student> students =
                list("name,table,language\nKim,12,zh-CN\nAda,,\n").students();

        assertThat(students.get(0).table()).isEqualTo(12);
        assertThat(students.get(0).language()).isEqualTo(Language.ZH);
        assertThat(students.get(1).table()).isNull();
        assertThat(students.get(1).language()).isNull();
    }

    @Test
    void aLineWithAFaultIsLeftOutAndTheOthersCount() {
        ClassList list = list("name,sis_id,table,language\n"
                + "Ada,s1,,\n"
                + ",s2,,\n"
                + "Kim,,,\n"
                + "Kim Lee,S1,,\n"
                + "Bo,s3,151,\n"
                + "Cy,s4,0,\n"
                + "Di,s5,,fr\n"
                + "Ed\u202E,s6,,\n"
                + "Flo,s7,150,en\n");

        assertThat(list.students()).extracting(Student::line).containsExactly(2, 10);
        assertThat(list.leftOut().stream().map(ClassListTest::told))
                .containsExactly(
                        "3 : " + Bundles.inEnglish("refused.bad_name.list", "64"),
                        "4 Kim: " + Bundles.inEnglish("refused.bad_id", "64"),
                        "5 Kim Lee: " + ENGLISH.of("refused.same_id", "S1", 2),
                        "6 Bo: " + ENGLISH.of("refused.bad_table", "151", 150),
                        "7 Cy: " + ENGLISH.of("refused.bad_table", "0", 150),
                        "8 Di: " + ENGLISH.of("refused.bad_language", "fr"),
                        "9 Ed: " + Bundles.inEnglish("refused.bad_name.list", "64"));
    }

    private static String told(LeftOut line) {
        return line.line() + " " + line.name() + ": " + RefusalWords.of(ENGLISH, line.why());
    }

    @ParameterizedTest
    @CsvSource({
        "'', NO_HEADER",
        "'s1,Kim Lee', NO_HEADER",
        "'name,student', COLUMN_TWICE",
        "'name', NO_STUDENTS",
        "'name,sis_id\n,s1', NO_STUDENTS",
        "'name\n\"Kim', NOT_CSV",
    })
    void aFileThatIsNoListIsRefusedWhole(String file, ClassFault code) {
        assertThat(refusal(file.getBytes(StandardCharsets.UTF_8)).code()).isEqualTo(code);
    }

    @Test
    void aListInAnEncodingThatIsNotRecognisedIsRefused() {
        byte[] file = "name\nA\u0081na Ruiz\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refusal(file).code()).isEqualTo(ClassFault.NOT_UTF8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "GB18030"})
    void chineseIsReadInEveryEncodingOfSpreadsheets(String charset) {
        byte[] file = "\u59d3\u540d;\u5b66\u53f7\n\u738b\u5c0f\u660e;1\n\u66fe\u660a\u5929;2\n"
                .getBytes(Charset.forName(charset));

        assertThat(((Reply.Done<ClassList>) ClassListReader.read(file)).value().students())
                .extracting(Student::name)
                .containsExactly("\u738b\u5c0f\u660e", "\u66fe\u660a\u5929");
    }

    @Test
    void linesOfTheGradebookAreNoStudentsAndAreTold() {
        ClassList list = list("Student,ID,SIS User ID,Section,Essay\n"
                + ",,,,Manual Posting\n"
                + "\u00a0 Points Possible,,,,10\n"
                + "\"Lee, Kim\",1,s1,A,9\n"
                + "\u00a0,,,,\n"
                + "\"Student, Test\",2,,A,\n"
                + "\"X_PreviewUser, Y_PreviewUser\",3,,A,\n");

        assertThat(list.students()).extracting(Student::name).containsExactly("Lee, Kim");
        assertThat(list.leftOut()).isEmpty();
        assertThat(list.noStudents()).extracting(LeftOut::line).containsExactly(2, 3, 6, 7);
        assertThat(list.noStudents().stream().map(ClassListTest::told))
                .allMatch(told -> told.contains(" belongs to the gradebook"));
    }

    @Test
    void twoOfOneNameAreToldApartByTheFirstNumberThatTheirLineHas() {
        ClassList list =
                list("Name,Student number,E-mail\nKim Lee,7,kim@x.example\nKim Lee,,lee@x.example\nKim Lee,,\n");

        assertThat(list.students()).extracting(Student::id).containsExactly("7", "lee@x.example");
        assertThat(list.leftOut().stream().map(ClassListTest::told))
                .containsExactly("4 Kim Lee: " + Bundles.inEnglish("refused.bad_id", "64"));
    }

    @Test
    void twoOfOneNameAreNotTakenForOneWhereNothingTellsThemApart() {
        ClassList list = list("Name\nKim Lee\nkim lee\n");

        assertThat(list.leftOut().stream().map(ClassListTest::told))
                .containsExactly("3 kim lee: " + ENGLISH.of("refused.same_name", "kim lee", 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,table,language\nKim,12,zh\nAda,,\n",
                "Student,ID,SIS User ID,SIS Login ID,Section\n\"Lee, \"\"Kim\"\"\",4711,s1,klee,Econ 101\n",
                "name,email\nKim;Lee,k@x.example\n",
                "name,sis_id,table,seat,from_round\nKim,s1,2,CN.1,3\n",
            })
    void aListThatIsWrittenReadsAsTheSame(String file) {
        List<Student> students = list(file).students();

        assertThat(list(ClassListText.of(students)).students())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("line")
                .isEqualTo(students);
    }

    @Test
    void aListIsBounded() {
        String most = IntStream.range(0, ClassList.MAX_STUDENTS)
                .mapToObj(i -> "Student " + i + "\n")
                .collect(Collectors.joining("", "name\n", ""));

        assertThat(list(most).students()).hasSize(ClassList.MAX_STUDENTS);
        assertThat(refusal((most + "One more\n").getBytes(StandardCharsets.UTF_8))
                        .code())
                .isEqualTo(ClassFault.TOO_MANY_STUDENTS);
        assertThat(refusal(new byte[ClassListReader.MAX_BYTES + 1]).code()).isEqualTo(ClassFault.LIST_TOO_LARGE);
    }

    @Property(tries = 500)
    void noFileIsReadInAnyOtherWay(@ForAll byte[] file) {
        ClassListReader.read(file);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'sep=,'    | 'name,sis_id'",
                "'sep=;'    | 'name;sis_id'",
                "'\"sep=;\"' | 'name;sis_id'",
                "'SEP=\t'   | 'name\tsis_id'",
                "'sep=|'    | 'name|sis_id'",
                "''         | 'name;sis_id'",
                "' '        | 'name;sis_id'",
                "';;;'      | 'name;sis_id'",
                "'\"\";\"\"'  | 'name;sis_id'",
                "'\t\t'     | 'name\tsis_id'",
            })
    void theLineOfNamesIsFoundBelowOneThatNamesNothing(String first, String header) {
        List<Student> students = list(first + "\n" + header + "\n"
                        + header.replace("name", "Kim").replace("sis_id", "7") + "\n")
                .students();

        assertThat(students).extracting(Student::name).containsExactly("Kim");
        assertThat(students).extracting(Student::id).containsExactly("7");
        assertThat(students).extracting(Student::line).containsExactly(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'Matr.;Teilnehmende\\n7;Kim'      | 2 | 1 | true  | Kim | 7",
                "'Nome,Numero\\nKim,7'             | 1 | 2 | true  | Kim | 7",
                "'Kim\t7\\nBo\t8'                          | 1 | 2 | false | Kim | 7",
                "'7,Kim,x\\n8,Bo,y'                         | 2 | 0 | false | Kim | Kim",
            })
    void aListWithoutNamesOfColumnsIsReadWithTheColumnsThatArePicked(
            String file, int name, int number, boolean headed, String student, String id) {
        byte[] bytes = file.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);

        assertThat(refusal(bytes).code()).isEqualTo(ClassFault.NO_HEADER);
        assertThat(found(bytes))
                .isInstanceOfSatisfying(
                        FoundList.UnnamedList.class,
                        unnamed -> assertThat(unnamed.columns()).hasSizeGreaterThan(1));
        List<Student> students = ((Reply.Done<ClassList>)
                        ClassListReader.read(bytes, new ChosenColumns(name, number, headed)))
                .value()
                .students();
        assertThat(students).extracting(Student::name).startsWith(student);
        assertThat(students).extracting(Student::id).startsWith(id);
    }

    private static @Nullable FoundList found(byte[] file) {
        return ClassListReader.find(file, Optional.empty()) instanceof Reply.Done<FoundList> done ? done.value() : null;
    }

    @Test
    void aListThatIsReadOrBrokenLeavesNothingToChoose() {
        assertThat(found("name\nKim\n".getBytes(StandardCharsets.UTF_8))).isInstanceOf(ClassList.class);
        for (byte[] none : new byte[][] {"\"Kim".getBytes(StandardCharsets.UTF_8), new byte[0], new byte[1_000]}) {
            assertThat(ClassListReader.find(none, Optional.empty())).isInstanceOf(Reply.Refused.class);
            assertThat(((Reply.Refused<FoundList>) ClassListReader.find(none, Optional.empty())).refusal())
                    .as("what is said where nobody chooses")
                    .isEqualTo(refusal(none));
        }
    }

    /** Each column that the first line does name, beside one that a person has to choose. */
    @ParameterizedTest
    @CsvSource({
        "SIS_ID, number, 7",
        "LOGIN, login, kim1",
        "EMAIL, email, kim@x.example",
        "CANVAS_ID, id, 470",
        "SECTION, section, B",
        "TABLE, table, 2",
        "SEAT, seat, US.head",
        "LANGUAGE, language, zh",
        "FROM_ROUND, from_round, 3",
    })
    void aColumnThatIsChosenLeavesAllThatAreKnown(ClassListLines.Column column, String named, String cell) {
        String rest = named + ";" + cell + "\n";
        Student whole =
                list("name;" + named + "\nKim;" + cell + "\n").students().get(0);
        byte[] bytes = ("Teilnehmende;" + named + "\nKim;" + cell + "\n").getBytes(StandardCharsets.UTF_8);

        assertThat(found(bytes)).as(rest).isInstanceOf(FoundList.UnnamedList.class);
        assertThat(((Reply.Done<ClassList>) ClassListReader.read(bytes, new ChosenColumns(1, 0, true)))
                        .value()
                        .students())
                .as("%s", column)
                .containsExactly(whole);
    }

    @Test
    void whatAPersonChoosesGoesBeforeWhatTheFirstLineNames() {
        byte[] bytes = "Vorname;Nachname;number;Matr.;Rufname\nA;B;7;8;Kim\n".getBytes(StandardCharsets.UTF_8);

        assertThat(((Reply.Done<ClassList>) ClassListReader.read(bytes, new ChosenColumns(5, 4, true)))
                        .value()
                        .students())
                .singleElement()
                .satisfies(student -> {
                    assertThat(student.name()).isEqualTo("Kim");
                    assertThat(student.id()).isEqualTo("8");
                });
        byte[] twice = "Rufname;table;table\nKim;1;2\n".getBytes(StandardCharsets.UTF_8);
        assertThat(((Reply.Refused<ClassList>) ClassListReader.read(twice, new ChosenColumns(1, 0, true)))
                        .refusal()
                        .code())
                .isEqualTo(ClassFault.COLUMN_TWICE);
    }

    @Test
    void aListOfMoreRowsThanAreReadIsRefusedWithoutASentenceForEach() {
        String most = "name\n" + "x\u0001\n".repeat(Sheet.MAX_ROWS - 1);

        assertThat(refusal(most.getBytes(StandardCharsets.UTF_8)).code()).isEqualTo(ClassFault.NO_STUDENTS);
        Refusal refusal = refusal((most + "Kim\n").getBytes(StandardCharsets.UTF_8));
        assertThat(refusal.code()).isEqualTo(ClassFault.LIST_TOO_LARGE);
        assertThat(refusal.arguments()).contains((long) Sheet.MAX_ROWS);
        assertThat(list("name,table\nKim,1\n" + ",\n".repeat(Sheet.MAX_ROWS)).students())
                .as("blank rows")
                .hasSize(1);
    }

    @Property(tries = 200)
    void noFirstLineOfASeparatorEndsInAFault(@ForAll @CharRange(from = '\0', to = '\u2030') char separator) {
        ClassListReader.read(("sep=" + separator + "\nname" + separator + "id\nKim" + separator + "7\n"));
    }

    @Test
    void aFullGradebookOfCanvasFitsIntoAClass() {
        String file = IntStream.range(0, ClassList.MAX_STUDENTS)
                .mapToObj(i ->
                        "\"Featherstonehaugh-%03d, Maximiliane\",%d,s22104%03d,mfeather%03d,Econ 101 Section 0%d Fall 2025%s\n"
                                .formatted(i, 470_000 + i, i, i, i % 10, ",99.5".repeat(120)))
                .collect(Collectors.joining(
                        "", "Student,ID,SIS User ID,SIS Login ID,Section" + ",Essay".repeat(120) + "\n", ""));

        assertThat(file.length()).isBetween(200 * 1024, ClassListReader.MAX_BYTES);
        assertThat(ClassListText.toSend(list(file).students())).isInstanceOf(Reply.Done.class);
    }

    @Test
    void aListThatIsTooLongForAServerIsRefusedBeforeItIsSent() {
        String file = IntStream.range(0, ClassList.MAX_STUDENTS)
                .mapToObj(i -> "Kim,s%d,%s\n".formatted(i, "\u73ed".repeat(50)))
                .collect(Collectors.joining("", "name,sis_id,section\n", ""));

        Reply<String> sent = ClassListText.toSend(list(file).students());

        Refusal refusal = ((Reply.Refused<String>) sent).refusal();
        assertThat(refusal.code()).isEqualTo(ClassFault.LIST_TOO_LARGE);
        assertThat(refusal.arguments()).contains((long) Wire.LIST_BYTES);
    }

    @Test
    void aTextOfAnotherProgramIsNotTakenForAWorkbookOrForAnotherEncoding() {
        assertThat(((Reply.Refused<ClassList>) ClassListReader.read("PK\u0003\u0004...."))
                        .refusal()
                        .code())
                .isEqualTo(ClassFault.NO_HEADER);
        assertThat(((Reply.Done<ClassList>) ClassListReader.read("name\nJ\u00f6rg\n"))
                        .value()
                        .students())
                .extracting(Student::name)
                .containsExactly("J\u00f6rg");
    }

    @Test
    void noNameStandsInALog() {
        assertThat(list("name\nKim Lee\n").students().toString()).doesNotContain("Kim");
    }

    private static ClassList list(String file) {
        return ((Reply.Done<ClassList>) ClassListReader.read(file.getBytes(StandardCharsets.UTF_8))).value();
    }

    private static Refusal refusal(byte[] file) {
        return ((Reply.Refused<ClassList>) ClassListReader.read(file)).refusal();
    }
}
