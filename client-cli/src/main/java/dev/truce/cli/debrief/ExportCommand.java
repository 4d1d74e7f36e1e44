package dev.truce.cli.debrief;

import dev.truce.app.classroom.ClassExport;
import dev.truce.app.classroom.ClassGrades;
import dev.truce.app.classroom.Gradebook;
import dev.truce.app.classroom.Student;
import dev.truce.app.classroom.StudentGrade;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.AtomicFile;
import dev.truce.cli.option.PrivateFile;
import dev.truce.cli.option.Settings;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.debrief.ClassTables;
import dev.truce.story.debrief.Debrief;
import dev.truce.story.debrief.DebriefTopic;
import dev.truce.story.debrief.GradeTopic;
import dev.truce.story.debrief.TableNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code truce class export FILE... --out DIR}: all of a class as a folder of files, or all of one student. */
@Command(name = "export")
public final class ExportCommand implements Callable<Integer> {
    @Mixin
    private final Settings settings = new Settings();

    @Mixin
    private final ClassRecords records = new ClassRecords();

    @Mixin
    private final ListOption list = new ListOption();

    @Option(names = "--names", descriptionKey = "option.export.names")
    private boolean isNamed;

    @Option(names = "--student", paramLabel = "ID", descriptionKey = "option.export.student")
    private @Nullable String student;

    @Mixin
    private final FuturesOption futures = new FuturesOption();

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "option.export.out", required = true)
    private Path out = Path.of("");

    @Override
    public Integer call() throws FaultException, InterruptedException {
        PrivateFile.requireEmpty(out);
        ClassTables tables = records.read(!list.isGiven());
        List<Student> students = ListOption.done(ClassGrades.check(tables, list.students(records)));
        ClassExport export = new ClassExport(tables, students, isNamed);
        Map<String, String> files = student == null
                ? export.all(debrief(tables))
                : ofOne(export, tables, students, find(students, student));
        write(files);
        settings.printer(false).lines(List.of(Texts.of("export.written", files.size(), AtomicFile.shown(out))));
        return ExitCodes.OK;
    }

    private String debrief(ClassTables tables) throws FaultException, InterruptedException {
        Debrief debrief = new Debrief(tables, TableNames.ofRecords(), futures.refused(tables, settings));
        return new DebriefTopic(debrief, Texts.wording(tables.rules().scenario())).html(Bundles.styles());
    }

    private Map<String, String> ofOne(ClassExport export, ClassTables tables, List<Student> students, Student one)
            throws FaultException {
        List<Gradebook.Entry> entries = ListOption.done(ClassGrades.of(tables, students));
        GradeTopic.ExplainedGrade facts = StudentGrade.of(tables, entries, one, isNamed);
        return export.of(one, new GradeTopic(facts, Texts.wording(tables.rules().scenario())).html(Bundles.styles()));
    }

    private static Student find(List<Student> students, String id) throws FaultException {
        return students.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> FaultException.failed(UsageFault.of(
                                "UNKNOWN_MEMBER",
                                Texts.of("fault.export.student", Texts.safe(id)),
                                Texts.of("fault.unchanged.files"),
                                Texts.of("fault.next.export-student"))
                        .about("--student", "")));
    }

    private void write(Map<String, String> files) throws FaultException {
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                PrivateFile.write(out.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException refused) {
            throw PrivateFile.unwritable(out, refused);
        }
    }
}
