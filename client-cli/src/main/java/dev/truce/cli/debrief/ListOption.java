package dev.truce.cli.debrief;

import dev.truce.app.classroom.ClassList;
import dev.truce.app.classroom.ClassListReader;
import dev.truce.app.classroom.Student;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.InputFile;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The class list that says who sat at which table, in which seat. */
final class ListOption {
    @Option(names = "--list", paramLabel = "CSV", descriptionKey = "option.class-seated")
    private @Nullable Path file;

    boolean isGiven() {
        return file != null;
    }

    /** Returns the students: of the file, or else of the folder of the server; nobody if there is neither. */
    List<Student> students(ClassRecords records) throws FaultException {
        return file == null ? records.students() : read(file);
    }

    /** Reads a list; a line that cannot be used is a fault here, since somebody would be without a grade. */
    static List<Student> read(Path file) throws FaultException {
        byte[] bytes = InputFile.bytes(file, ClassListReader.MAX_BYTES, Texts.of("fault.next.class-seated"));
        ClassList list = done(ClassListReader.read(bytes));
        if (!list.leftOut().isEmpty()) {
            ClassList.LeftOut first = list.leftOut().get(0);
            throw fault(
                    first.why(), Texts.of("class.left-out", first.line(), first.name()) + " " + Texts.of(first.why()));
        }
        return list.students();
    }

    static <T> T done(Reply<T> reply) throws FaultException {
        return reply.orThrow(refusal -> fault(refusal, Texts.of(refusal)));
    }

    private static FaultException fault(Refusal refusal, String what) {
        return FaultException.failed(UsageFault.of(
                        refusal.code().name(),
                        what,
                        Texts.of("fault.unchanged.files"),
                        Texts.of("fault.next.class-seated"))
                .about(refusal.field(), refusal.legal()));
    }
}
