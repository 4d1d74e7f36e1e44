package dev.truce.app.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.app.classroom.Gradebook.Entry;
import dev.truce.app.classroom.Gradebook.Performance;
import dev.truce.app.classroom.Gradebook.Scheme;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Reply;
import dev.truce.match.Seat;
import dev.truce.story.debrief.Participation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradebookTest {
    private static final Participation ALWAYS = new Participation(8, 8, 8, 8);

    @Test
    void aScoreIsComparedWithAllWhoSatInTheSameSeat() {
        List<Entry> entries = List.of(us(80), us(70), us(60), us(50), cn(20), cn(20), cn(20), cn(40));
        Gradebook book = new Gradebook(entries);

        assertThat(book.duplicateScore(entries.get(0)).getAsDouble()).isCloseTo(15, within(1e-9));
        assertThat(book.duplicateScore(entries.get(7)).getAsDouble()).isCloseTo(15, within(1e-9));
    }

    @Test
    void aSeatOfFewerThanFourTablesHasNoMean() {
        List<Entry> entries = List.of(us(80), us(70), us(60), cn(20), cn(20), cn(20), cn(40));

        assertThat(new Gradebook(entries).duplicateScore(entries.get(0))).isEmpty();
        assertThat(new Gradebook(entries).duplicateScore(entries.get(3))).isPresent();
    }

    @Test
    void aScoreThatABotMadeIsNobodys() {
        Entry half = new Entry(student("Half"), Seat.US_HEAD, 0, 0, new Participation(8, 8, 4, 4), true);
        List<Entry> entries = List.of(us(80), us(70), us(60), us(50), half);
        Gradebook book = new Gradebook(entries);

        assertThat(book.duplicateScore(half)).isEmpty();
        assertThat(book.duplicateScore(entries.get(0)).getAsDouble()).isCloseTo(15, within(1e-9));
        assertThat(half.participation().getAsDouble()).isEqualTo(1);
    }

    @Test
    void renamingTheSidesChangesNoGrade() {
        List<Entry> entries = List.of(us(80), us(70), us(60), us(50), cn(25), cn(20), cn(15), cn(40));
        List<Entry> swapped = entries.stream()
                .map(entry -> new Entry(
                        entry.student(),
                        Seat.head(entry.seat().side().other()),
                        entry.toPar(),
                        entry.luck(),
                        entry.part(),
                        entry.led()))
                .toList();

        for (Performance performance : List.of(Performance.byRank(), Performance.linear(20))) {
            assertThat(new Gradebook(swapped).canvas(Scheme.of(performance, 10)))
                    .isEqualTo(new Gradebook(entries).canvas(Scheme.of(performance, 10)));
        }
    }

    @Test
    void canvasReadsTheGrades() {
        List<Entry> entries = new ArrayList<>(List.of(us(80), us(70), us(70), us(50)));
        entries.add(new Entry(
                new Student(9, "Lee, Kim", "s9", "klee", "4711", "Econ 101", null, null, 0, null),
                Seat.CN_HEAD,
                300,
                25,
                new Participation(8, 8, 8, 2),
                false));

        assertThat(new Gradebook(entries)
                        .canvas(Scheme.of(Performance.byRank(), 10))
                        .lines())
                .containsExactly(
                        "Student,ID,SIS User ID,SIS Login ID,Section,truce performance,truce participation,truce to par,truce luck,truce absent",
                        "\"    Points Possible\",,,,,10,10,0,0,0",
                        "US 80,,s US 80,,,10.0,10.0,80.0,4.0,0",
                        "US 70,,s US 70,,,5.0,10.0,70.0,4.0,0",
                        "US 70,,s US 70,,,5.0,10.0,70.0,4.0,0",
                        "US 50,,s US 50,,,0.0,10.0,50.0,4.0,0",
                        "\"Lee, Kim\",4711,s9,klee,Econ 101,,2.5,,,6");
    }

    /** A letter of the mark is that of the policy only where the student is to blame. */
    @ParameterizedTest
    @CsvSource({
        // held, took, led, blank, zero, excused
        "8, 0, false, '|0.0', '0.0|0.0', 'EX|0.0'",
        "0, 0, false, '|', '0.0|0.0', 'EX|EX'",
        "3, 3, false, '|10.0', '0.0|10.0', 'EX|10.0'",
        "8, 8, false, '|10.0', '|10.0', '|10.0'",
    })
    void whatAnAbsentStudentLeavesEmptyIsAsTheInstructorWantsIt(
            int held, int took, boolean led, String blank, String zero, String excused) {
        List<Entry> entries = new ArrayList<>(List.of(us(80), us(70), us(60), us(50)));
        entries.add(new Entry(student("Ann"), Seat.US_HEAD, 0, 0, new Participation(8, 8, held, took), led));
        Map<Gradebook.AbsentMark, String> wanted = Map.of(
                Gradebook.AbsentMark.BLANK,
                blank,
                Gradebook.AbsentMark.ZERO,
                zero,
                Gradebook.AbsentMark.EXCUSED,
                excused);
        wanted.forEach((policy, marks) -> {
            String grades = new Gradebook(entries).canvas(new Scheme(Performance.linear(20), 100, 10, policy));
            List<String> cells = List.of(grades.lines().toList().get(6).split(",", -1));
            assertThat(cells.get(5) + "|" + cells.get(6)).as(policy.name()).isEqualTo(marks);
            assertThat(cells.get(9)).isEqualTo(String.valueOf(8 - took));
        });
    }

    @Test
    void scoresThatLuckAloneMayHavePartedAreTogether() {
        List<Entry> entries = List.of(us(80), us(77), us(75), us(50), us(52), us(20), cn(10), cn(11), cn(12));
        Map<Seat, List<List<Entry>>> alike = new Gradebook(entries).alike();
        // Each has a luck of 4 points, so two may differ by 5.7; those of China are too few for grades.
        assertThat(alike).containsOnlyKeys(Seat.US_HEAD);
        assertThat(alike.get(Seat.US_HEAD))
                .containsExactly(
                        List.of(entries.get(0), entries.get(1), entries.get(2)),
                        List.of(entries.get(4), entries.get(3)));
    }

    @Test
    void whatStandsInForAStudentNumberIsNoneToCanvas() {
        for (String list : List.of("name,login\nKim Lee,klee\n", "name,id\nKim Lee,4711\n", "name\nKim Lee\n")) {
            Student kim = ((Reply.Done<ClassList>) ClassListReader.read(list.getBytes(StandardCharsets.UTF_8)))
                    .value()
                    .students()
                    .get(0);
            String grades = new Gradebook(List.of(new Entry(kim, Seat.US_HEAD, 500, 0, ALWAYS, true)))
                    .canvas(Scheme.of(Performance.byRank(), 10));
            assertThat(grades.lines().skip(2))
                    .containsExactly("Kim Lee," + kim.canvasId() + ",," + kim.login() + ",,,10.0,50.0,0.0,0");
        }
    }

    @Test
    void pointsAboveTheMeanCountLinearlyAndAreClamped() {
        assertThat(Performance.linear(20).of(0, List.of(0.))).isEqualTo(.5);
        assertThat(Performance.linear(20).of(10, List.of(0.))).isEqualTo(.75);
        assertThat(Performance.linear(20).of(90, List.of(0.))).isEqualTo(1);
        assertThat(Performance.linear(20).of(-90, List.of(0.))).isEqualTo(0);
    }

    @Test
    void noCellIsAFormula() {
        Student attacker =
                new Student(2, "=HYPERLINK(\"http://x\")", "+s1", "@login", "-4711", "=1+1", null, null, 0, null);
        String grades = new Gradebook(List.of(new Entry(attacker, Seat.US_HEAD, 500, 0, ALWAYS, true)))
                .canvas(Scheme.of(Performance.byRank(), 10));

        assertThat(grades)
                .contains("\"'=HYPERLINK(\"\"http://x\"\")\"", "'+s1", "'@login", "'-4711", "'=1+1")
                .doesNotContain("\n=", ",=", ",+", ",-", ",@");
    }

    private static Entry us(double score) {
        return entry(Side.US, score);
    }

    private static Entry cn(double score) {
        return entry(Side.CN, score);
    }

    private static Entry entry(Side side, double score) {
        return new Entry(student(side + " " + (int) score), Seat.head(side), Math.round(10 * score), 40, ALWAYS, true);
    }

    private static Student student(String name) {
        return new Student(2, name, "s " + name, "", "", "", null, null, 0, null);
    }
}
