package dev.truce.cli.debrief;

import dev.truce.app.classroom.ClassGrades;
import dev.truce.app.classroom.Student;
import dev.truce.cli.fault.FaultException;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.story.debrief.ClassTables;
import dev.truce.story.debrief.TableNames;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Says how a debrief calls those who sat at the tables. */
final class NamesOption {
    @Option(
            names = "--names",
            paramLabel = "off|pseudonym|real|CSV",
            descriptionKey = "option.debrief.names",
            defaultValue = "pseudonym")
    private String wish = TableNames.Mode.PSEUDONYM.word();

    /** How a server is to call them. */
    ClassRequest.Naming served() throws FaultException {
        for (ClassRequest.Naming naming : ClassRequest.Naming.values()) {
            if (naming.name().equalsIgnoreCase(wish)) {
                return naming;
            }
        }
        ServedClass.refuse(Map.of("--names CSV", true));
        return ClassRequest.Naming.PSEUDONYM;
    }

    TableNames of(ClassTables tables, ClassRecords records) throws FaultException {
        if (wish.equalsIgnoreCase(TableNames.Mode.OFF.word())) {
            return TableNames.off();
        } else if (wish.equalsIgnoreCase(TableNames.Mode.PSEUDONYM.word())) {
            return TableNames.ofRecords();
        }
        boolean isKept = wish.equalsIgnoreCase(TableNames.Mode.REAL.word());
        List<Student> students = isKept ? records.students() : ListOption.read(Path.of(wish));
        ListOption.done(ClassGrades.of(tables, students));
        return Student.names(students);
    }
}
