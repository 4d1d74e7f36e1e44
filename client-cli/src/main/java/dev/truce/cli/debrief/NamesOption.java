package dev.truce.cli.debrief;

import dev.truce.app.classroom.ClassGrades;
import dev.truce.app.classroom.Student;
import dev.truce.cli.fault.FaultException;
import dev.truce.story.debrief.ClassTables;
import dev.truce.story.debrief.TableNames;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Says how a debrief calls those who sat at the tables. */
final class NamesOption {
    @Option(
            names = "--names",
            paramLabel = "off|pseudonym|real|CSV",
            descriptionKey = "option.debrief.names",
            defaultValue = "pseudonym")
    private String wish = TableNames.Mode.PSEUDONYM.word();

    /** Whether they are the names of the class list that a server has. */
    boolean areReal() {
        return wish.equalsIgnoreCase(TableNames.Mode.REAL.word());
    }

    TableNames of(ClassTables tables, ClassRecords records) throws FaultException {
        if (wish.equalsIgnoreCase(TableNames.Mode.OFF.word())) {
            return TableNames.off();
        } else if (wish.equalsIgnoreCase(TableNames.Mode.PSEUDONYM.word())) {
            return TableNames.ofRecords();
        }
        List<Student> students = areReal() ? records.students() : ListOption.read(Path.of(wish));
        return Student.names(ListOption.done(ClassGrades.check(tables, students)));
    }
}
