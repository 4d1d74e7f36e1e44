package dev.truce.cli.desk;

import dev.truce.app.classroom.ClassList;
import dev.truce.app.classroom.ClassListReader;
import dev.truce.app.classroom.ClassListText;
import dev.truce.app.classroom.Student;
import dev.truce.app.classroom.Template;
import dev.truce.cli.connect.DeskOptions;
import dev.truce.cli.connect.OwnAddresses;
import dev.truce.cli.connect.PublicPage;
import dev.truce.cli.connect.ServerCall;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.InputFile;
import dev.truce.cli.option.PrivateFile;
import dev.truce.cli.option.ServerAddress;
import dev.truce.cli.option.Settings;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.text.SheetText;
import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.Wire;
import dev.truce.scenario.ScenarioException;
import dev.truce.story.print.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truce class open TEMPLATE --list CSV}: opens a class on a server, and tells the keys of its students once. */
@Command(name = "open")
final class OpenClassCommand implements Callable<Integer> {
    @Mixin
    private final Settings settings = new Settings();

    @Mixin
    private final DeskOptions desk = new DeskOptions();

    @Parameters(paramLabel = "TEMPLATE.yaml", descriptionKey = "param.class-template")
    private Path template = Path.of("");

    @Option(names = "--list", paramLabel = "LIST.csv", descriptionKey = "param.class-list", required = true)
    private Path list = Path.of("");

    @Option(names = "--keys", paramLabel = "KEYS.csv", descriptionKey = "option.class-keys")
    private @Nullable Path keys;

    @Option(names = "--leave-out", descriptionKey = "option.leave-out")
    private boolean leavesOut;

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    @Override
    public Integer call() throws FaultException, InterruptedException {
        Printer printer = settings.printer(json);
        String text = InputFile.text(template, Wire.TEMPLATE_BYTES, Texts.of("fault.next.class-template"));
        Template read = read(template, text);
        ClassList students = students(list, leavesOut);
        String csv = written(list, students);
        ServerCall call = desk.call("truce class --help");
        if (keys != null) {
            if (read.byList()) {
                throw FaultException.usage(UsageFault.of(
                        "WRONG_USAGE",
                        Texts.of("fault.class-keys-none"),
                        Texts.of("fault.unchanged.nothing-started"),
                        Texts.of("fault.next.class-keys-none")));
            }
            tryOut(keys);
        }
        try (NettySeatClient client = call.connect(Role.INSTRUCTOR)) {
            ClassNews.Opened opened = (ClassNews.Opened)
                    call.answer(client.asks(new ClassRequest.Open(NettySeatClient.newKey(), desk.key(), text, csv)));
            FaultException unwritten = keys == null ? null : write(keys, table(students, opened));
            if (json) {
                printer.raw(Json.write(object(opened)));
            } else {
                Path kept = unwritten == null ? keys : null;
                printer.lines(lines(read, students, opened, call.address(), PublicPage.of(client), kept));
            }
            if (unwritten != null) {
                throw unwritten;
            }
        }
        return ExitCodes.OK;
    }

    static Template read(Path template, String text) throws FaultException {
        try {
            return Template.read(text, Texts.safe(template.toString()));
        } catch (ScenarioException wrong) {
            throw FaultException.failed(UsageFault.unstarted(
                            wrong.code().name(),
                            Texts.of("fault.class-list", Texts.safe(wrong.where()), Texts.of(wrong.refusal())),
                            Texts.of("fault.next.class-template"))
                    .about(wrong.refusal().field(), wrong.refusal().legal()));
        }
    }

    /**
     * Reads a class list.
     *
     * @param leavesOut whether a person has agreed to go on without the lines that cannot be used
     */
    static ClassList students(Path list, boolean leavesOut) throws FaultException {
        byte[] file = InputFile.bytes(list, ClassListReader.MAX_BYTES, Texts.of("fault.next.class-list"));
        ClassList students = done(list, ClassListReader.read(file), "fault.next.class-list");
        if (!leavesOut && !students.leftOut().isEmpty()) {
            throw refused(
                    list, students.unusable(), Texts.of("fault.next.class-left-out", Texts.safe(list.toString())));
        }
        return students;
    }

    private static FaultException refused(Path list, Refusal refusal, String next) {
        return FaultException.failed(UsageFault.unstarted(
                refusal.code().name(),
                Texts.of("fault.class-list", Texts.safe(list.toString()), Texts.of(refusal)),
                next));
    }

    /** Writes a list as servers take it. */
    static String written(Path list, ClassList students) throws FaultException {
        return done(list, ClassListText.toSend(students.students()), "fault.next.class-list-shorter");
    }

    private static <T> T done(Path list, Reply<T> reply, String next) throws FaultException {
        return reply.orThrow(refusal -> refused(list, refusal, Texts.of(next)));
    }

    /** What is said of a guessed encoding, of lines that are no students, and of those that are left out. */
    static List<String> notes(ClassList students) {
        List<String> notes = new ArrayList<>();
        if (students.isGuessed()) {
            notes.add(Texts.of("class.encoding", students.encoding()));
        }
        students.told()
                .forEach(line -> notes.add(
                        "  " + Texts.of("class.left-out", line.line(), line.name()) + " " + Texts.of(line.why())));
        return notes;
    }

    /** The server tells the keys once: before it is asked there has to be a place for them. */
    private static void tryOut(Path file) throws FaultException {
        try {
            if (Files.isRegularFile(file) && Files.size(file) > 0) {
                throw FaultException.failed(UsageFault.unstarted(
                        "FILE_EXISTS",
                        Texts.of("fault.class-keys-there", Texts.safe(file.toString())),
                        Texts.of("fault.next.class-keys-there")));
            }
            PrivateFile.tryOut(file);
        } catch (IOException broken) {
            throw FaultException.failed(
                    UsageFault.unstarted(
                            "FILE_UNWRITABLE",
                            Texts.of("fault.class-keys", Texts.safe(file.toString())),
                            Texts.of("fault.next.class-keys")),
                    broken);
        }
    }

    /** Writes the keys of a class that is open. If that fails, it returns what to say of it once they are printed. */
    private static @Nullable FaultException write(Path file, String text) {
        try {
            PrivateFile.write(file, text);
            return null;
        } catch (IOException broken) {
            return FaultException.failed(
                    UsageFault.of(
                            "FILE_UNWRITABLE",
                            Texts.of("fault.class-keys", Texts.safe(file.toString())),
                            Texts.of("fault.unchanged.class"),
                            Texts.of("fault.next.class-keys-printed")),
                    broken);
        }
    }

    /** A line a student, for a mail merge; no cell can be taken for a formula. */
    private static String table(ClassList students, ClassNews.Opened opened) {
        StringBuilder text = new StringBuilder("name,student,key\r\n");
        for (ClassNews.StudentKey student : opened.students()) {
            Student listed = students.students().get(student.member() - 1);
            text.append(cell(listed.name()))
                    .append(',')
                    .append(cell(student.student()))
                    .append(',')
                    .append(student.key())
                    .append("\r\n");
        }
        return text.toString();
    }

    private static String cell(String text) {
        return "\"" + SheetText.guarded(text).replace("\"", "\"\"") + "\"";
    }

    /**
     * @param named address of the page that the server names, or empty
     * @param kept where the keys are, or null to tell them
     */
    private List<String> lines(
            Template read,
            ClassList students,
            ClassNews.Opened opened,
            ServerAddress server,
            String named,
            @Nullable Path kept) {
        List<String> lines = new ArrayList<>();
        lines.add(Texts.of(
                "class.list",
                Texts.safe(list.toString()),
                students.students().size(),
                students.leftOut().size()));
        lines.addAll(notes(students));
        lines.add(Texts.of("class.opened", read.title(), opened.tables(), opened.classCode()));
        if (read.byList()) {
            lines.add(Texts.of("class.by-list", opened.students().size()));
        } else if (kept == null) {
            opened.students().forEach(student -> lines.add("  " + student.student() + "  " + student.key()));
        } else {
            lines.add(Texts.of(
                    "class.keys", Texts.safe(kept.toString()), opened.students().size()));
        }
        String code = opened.classCode();
        ServerAddress others = OwnAddresses.forOthers(server);
        boolean tls = desk.isEncrypted();
        lines.add(Texts.of(
                read.byList() ? "class.terminal.list" : "class.terminal", others, code + (tls ? " --tls" : "")));
        String page = named.isEmpty() ? others.page(tls, "") : named + "#/";
        lines.add(Texts.of("class.page.join", page + "join/" + code));
        lines.add(Texts.of("class.page.board", page + "board/" + code));
        lines.add(Texts.of("class.page.desk", (named.isEmpty() ? server.page(tls, "") : page) + "desk/" + code));
        lines.add(Texts.of("class.opened.next", code + desk.again()));
        lines.add(Texts.of("class.opened.doors"));
        return lines;
    }

    private static Map<String, Object> object(ClassNews.Opened opened) {
        List<Object> students = new ArrayList<>();
        for (ClassNews.StudentKey student : opened.students()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("member", student.member());
            one.put("student", student.student());
            one.put("key", student.key());
            students.add(one);
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("type", "class_opened");
        result.put("class_id", opened.classId());
        result.put("class_code", opened.classCode());
        result.put("tables", opened.tables());
        result.put("students", students);
        return result;
    }
}
