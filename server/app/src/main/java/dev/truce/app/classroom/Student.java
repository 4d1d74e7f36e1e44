package dev.truce.app.classroom;

import dev.truce.match.Seat;
import dev.truce.story.debrief.ClassTable;
import dev.truce.story.debrief.TableNames;
import dev.truce.story.words.Language;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A student as the class list has him.
 *
 * @param line where he stands in the file, from 1
 * @param name as the university writes it; only the instructor sees it
 * @param id what he types to come in: his student number, or his login, his number in Canvas or his name, whichever the list has first
 * @param login his login, or empty
 * @param canvasId his number in Canvas, or empty
 * @param section of the course, or empty
 * @param table where he is to sit, from 1, or null for anywhere
 * @param seat in which he is to sit, or sat, or null if that is not said
 * @param fromRound the first round that is his, where another sat there before or the class had begun without him; 0 for all rounds
 * @param language in which the server speaks to him, or null for that of the class
 */
public record Student(
        int line,
        String name,
        String id,
        String login,
        String canvasId,
        String section,
        @Nullable Integer table,
        @Nullable Seat seat,
        int fromRound,
        @Nullable Language language) {
    /** His student number as Canvas knows it; empty where he types something else that the list has of him. */
    String sisId() {
        return List.of(login, canvasId, name).contains(id) ? "" : id;
    }

    /** Returns whether this is his place in the class. */
    public boolean sitsAt(int number, Seat at) {
        return table != null && table == number && at.equals(seat);
    }

    /** Returns how a debrief calls those who sat at its tables by their own names. */
    public static TableNames names(List<Student> students) {
        TableNames names = new TableNames(
                TableNames.Mode.REAL,
                (table, seat) -> at(students, table, seat).map(Student::name).orElse(""));
        return later(names, students);
    }

    /** Returns the names of a debrief, with the rounds from which on those had their seats who came later. */
    public static TableNames later(TableNames names, List<Student> students) {
        return names.from((table, seat) ->
                at(students, table, seat).map(Student::fromRound).orElse(0));
    }

    private static Optional<Student> at(List<Student> students, ClassTable table, Seat seat) {
        return students.stream()
                .filter(student -> student.sitsAt(table.number(), seat))
                .findFirst();
    }

    /** Hides who it is: names do not belong into a log. */
    @Override
    public String toString() {
        return "Student[line " + line + "]";
    }
}
