package dev.truce.app.classroom;

import dev.truce.app.classroom.sheet.Sheet;
import dev.truce.engine.Limits;
import dev.truce.engine.orders.Refusal;
import dev.truce.match.deed.ClassAct;
import dev.truce.protocol.text.SafeText;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Who may come to a class.
 *
 * @param students in the order of the file
 * @param leftOut the lines that cannot be used, in the order of the file: no class is opened before a person has agreed to go on without them
 * @param noStudents lines of the gradebook itself, such as its points and its test student
 * @param encoding for people: how the characters of the file were written
 */
public record ClassList(List<Student> students, List<LeftOut> leftOut, List<LeftOut> noStudents, String encoding)
        implements FoundList {
    /** The most students of a class: fifty tables of six. */
    public static final int MAX_STUDENTS = 300;

    /** The most tables of a class: two students at each. */
    public static final int MAX_TABLES = ClassAct.AtTables.MAX_TABLES;

    /** The longest name or number of a student, in characters. */
    public static final int MAX_CELL = Limits.MAX_ID_CHARACTERS;

    public ClassList {
        students = List.copyOf(students);
        leftOut = List.copyOf(leftOut);
        noStudents = List.copyOf(noStudents);
    }

    @Override
    public void in(Consumer<ClassList> named, Consumer<List<String>> unnamed) {
        named.accept(this);
    }

    /** Returns the lines that a person is shown: those of the gradebook itself, then those that are left out. */
    public List<LeftOut> told() {
        return Stream.concat(noStudents.stream(), leftOut.stream()).toList();
    }

    /** Returns whether the characters of the file had to be guessed. */
    public boolean isGuessed() {
        return Sheet.isGuess(encoding);
    }

    /** Returns the refusal to open a class as long as lines are left out. */
    public Refusal unusable() {
        LeftOut first = leftOut.get(0);
        return Refusal.of(ClassFault.LINES_LEFT_OUT, "").naming(leftOut.size(), first.line(), first.name());
    }

    /** Returns whether a text can be the name or the number of a student: neither blank nor too long, and safe to be shown. */
    public static boolean isFit(String text) {
        return !text.isBlank() && SafeText.line(text, MAX_CELL).equals(text);
    }

    /** Returns why nobody can be on a list with this name and number, with others or alone; empty if one can. */
    public static Optional<Refusal> unfit(String name, String id) {
        if (!isFit(name)) {
            return Optional.of(Refusal.of(ClassFault.BAD_NAME, "name").because("refused.bad_name.list", MAX_CELL));
        }
        return isFit(id)
                ? Optional.empty()
                : Optional.of(Refusal.of(ClassFault.BAD_ID, "sis_id").naming(MAX_CELL));
    }

    /**
     * A line that cannot be used.
     *
     * @param line where it stands in the file, from 1
     * @param name whom it names, made fit for a terminal; empty if it names nobody
     * @param why its code is a {@link ClassFault}
     */
    public record LeftOut(int line, String name, Refusal why) {}
}
