package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.classroom.ClassList;
import dev.truce.app.classroom.ClassListReader;
import dev.truce.app.classroom.Gradebook;
import dev.truce.app.classroom.Student;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.Seat;
import dev.truce.match.record.MatchRecord.RulesStamp;
import dev.truce.match.record.text.RecordReader;
import dev.truce.match.record.text.RecordReading;
import dev.truce.protocol.text.Payloads;
import dev.truce.protocol.text.SafeText;
import dev.truce.scenario.ScenarioFile;
import dev.truce.scenario.Scenarios;
import dev.truce.story.debrief.Participation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts of strangers in files that somebody opens: whatever is printed of them, on a terminal or into a file, commands nothing. */
class HostileTextTest {
    private static final Path GOLDEN =
            Path.of("../server/match/src/test/resources/dev/truce/match/record/golden/negotiated.twg");

    private static final List<String> FORMULAS =
            List.of("=1+1", "+1", "-1", "@SUM(A1)", "\uFF1D1", "\uFF0B1", "\uFF0D1", "\uFF201");

    @TempDir
    Path folder;

    /** A record whose names and comments are hostile, as far as a record may have them at all. */
    private Path record(List<String> texts) throws IOException {
        String record = Files.readString(GOLDEN).replace("[US \"Group A\"]", "[US \"" + quoted(texts.get(0)) + "\"]");
        StringBuilder comments = new StringBuilder();
        for (String text : texts) {
            if (text.indexOf('"') < 0) {
                comments.append("{\"").append(text).append("\"} ");
            }
        }
        return Files.writeString(
                folder.resolve("hostile.twg"), record.replace("1. US HOLD | ", "1. US HOLD " + comments + "| "));
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static Optional<Scenario> shelf(RulesStamp named) {
        return Scenarios.edition(named.scenario(), named.scenarioHash()).map(ScenarioFile::scenario);
    }

    private static void isHarmless(String printed) {
        for (String line : printed.split("\n", -1)) {
            assertThat(SafeText.escaped(line)).isEqualTo(line);
        }
    }

    @Test
    void recordsAreShownWithoutWhatTheirTextsCommand() throws IOException {
        List<String> admitted = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        // Half a character cannot be written to a file.
        List<String> texts = Payloads.all().stream()
                .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text))
                .toList();
        for (String payload : texts) {
            byte[] bytes = Files.readAllBytes(record(List.of(payload)));
            boolean read = RecordReader.read(bytes, HostileTextTest::shelf) instanceof RecordReading.Read;
            (read ? admitted : refused).add(payload);
        }
        assertThat(admitted.size() + refused.size()).isGreaterThanOrEqualTo(200);
        assertThat(refused).as("texts with which a file is no record").isNotEmpty();
        assertThat(admitted).as("texts that a record may have").isNotEmpty();
        String all = record(admitted).toString();
        for (String[] command : new String[][] {
            {"replay", all},
            {"replay", all, "--round", "2"},
            {"replay", all, "--json"},
            {"verify", all},
            {"verify", all, "--json"},
            {"news", all},
            {"news", all, "--json"},
            {"debrief", all},
            {"debrief", all, "--format", "md"},
            {"debrief", all, "--format", "html"}
        }) {
            Typed shown = Typed.line(command);
            isHarmless(shown.out());
            isHarmless(shown.err());
        }
        for (String payload : refused.subList(0, 10)) {
            Typed shown = Typed.line("verify", record(List.of(payload)).toString());
            assertThat(shown.exit()).isNotZero();
            isHarmless(shown.out());
            isHarmless(shown.err());
        }
    }

    private static boolean isNameOfAFile(String text) {
        try {
            return !Path.of(text).toString().isEmpty();
        } catch (InvalidPathException impossible) {
            return false;
        }
    }

    @Test
    void namesOfFilesAreRepeatedWithoutWhatTheyCommand() {
        int named = 0;
        for (String payload : Payloads.all()) {
            if (isNameOfAFile(payload) && named++ % 8 == 0) {
                Typed shown = Typed.line("verify", payload);
                assertThat(shown.exit()).isNotZero();
                isHarmless(shown.out());
                isHarmless(shown.err());
            }
        }
        assertThat(named).isGreaterThan(100);
    }

    /** What a class list says comes out again in the gradebook, which a spreadsheet opens. */
    @Test
    void gradebooksHoldNoCommandsAndNoFormulas() {
        List<String> texts = new ArrayList<>(Payloads.all());
        texts.addAll(FORMULAS);
        StringBuilder list = new StringBuilder("name,sis_id,section,sis_login,id\n");
        int number = 0;
        for (String text : texts) {
            String cell = "\"" + text.replace("\"", "\"\"") + "\"";
            list.append("Student ").append(++number).append(",s").append(number);
            list.append(',')
                    .append(cell)
                    .append(',')
                    .append(cell)
                    .append(',')
                    .append(cell)
                    .append('\n');
        }
        List<Student> students = read(list.toString());
        assertThat(students.size()).isGreaterThan(200);
        String grades = new Gradebook(students.stream()
                        .map(student ->
                                new Gradebook.Entry(student, Seat.US_HEAD, 500, 0, new Participation(4, 4, 4, 4), true))
                        .toList())
                .canvas(Gradebook.Scheme.of(Gradebook.Performance.byRank(), 10));
        isHarmless(grades.replace("\r\n", "\n"));
        for (String formula : FORMULAS) {
            assertThat(grades).doesNotContain("," + formula).doesNotContain("\"" + formula);
        }
    }

    private static List<Student> read(String list) {
        // Half a character becomes a question mark.
        byte[] bytes = list.getBytes(StandardCharsets.UTF_8);
        return ClassListReader.read(bytes) instanceof Reply.Done<ClassList> done
                ? done.value().students()
                : List.of();
    }
}
