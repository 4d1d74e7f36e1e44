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

    TableNames of(ClassTables tables, ClassRecords records) throws FaultException {
        if (wish.equalsIgnoreCase(TableNames.Mode.OFF.word())) {
            return TableNames.off();
        } else if (wish.equalsIgnoreCase(TableNames.Mode.PSEUDONYM.word())) {
            return TableNames.ofRecords();
        }
        boolean isKept = wish.equalsIgnoreCase(TableNames.Mode.REAL.word());
        List<Student> students = isKept ? records.students() : ListOption.read(Path.of(wish));
        ListOption.done(ClassGrades.of(tables, students));
        return new TableNames(
                TableNames.Mode.REAL,
                (table, seat) -> students.stream()
                        .filter(student -> student.sitsAt(table.number(), seat))
                        .map(Student::name)
                        .findFirst()
                        .orElse(""));
    }
}
