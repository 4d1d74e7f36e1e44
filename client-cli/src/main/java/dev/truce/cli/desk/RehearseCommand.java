package dev.truce.cli.desk;

import dev.truce.app.classroom.ClassList;
import dev.truce.app.classroom.Template;
import dev.truce.cli.connect.ClassHearing;
import dev.truce.cli.connect.EmbeddedServer;
import dev.truce.cli.connect.ServedText;
import dev.truce.cli.connect.ServerCall;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.InputFile;
import dev.truce.cli.option.Settings;
import dev.truce.cli.option.WholeNumber;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.match.deed.ClassAct;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.TableChanged;
import dev.truce.protocol.message.ClassNews.TablePhase;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.Wire;
import dev.truce.scenario.Scenarios;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truce class rehearse TEMPLATE}: bots play the whole lesson on a server inside this program, and its debrief is told. */
@Command(name = "rehearse")
final class RehearseCommand implements Callable<Integer> {
    /** A lesson of bots that takes longer does not go on. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** Tables at which gaps are filled at once. */
    private static final int AT_ONCE = 20;

    @Mixin
    private final Settings settings = new Settings();

    @Parameters(paramLabel = "TEMPLATE.yaml", descriptionKey = "param.class-template")
    private Path template = Path.of("");

    @Option(names = "--list", paramLabel = "LIST.csv", descriptionKey = "option.rehearse-list")
    private @Nullable Path list;

    @Option(
            names = "--tables",
            paramLabel = "N",
            descriptionKey = "option.rehearse-tables",
            defaultValue = "4",
            converter = WholeNumber.Tables.class)
    private int tables;

    @Override
    public Integer call() throws FaultException, InterruptedException {
        String text = InputFile.text(template, Wire.TEMPLATE_BYTES, Texts.of("fault.next.class-template"));
        Template read = OpenClassCommand.read(template, text);
        if (!Scenarios.ids().contains(read.scenario())) {
            throw FaultException.failed(UsageFault.unstarted(
                            "UNKNOWN_SCENARIO",
                            Texts.of(
                                    "fault.rehearse.scenario",
                                    Texts.safe(read.scenario()),
                                    Texts.list(Scenarios.ids())),
                            Texts.of("fault.next.class-template"))
                    .about("template.scenario", String.join(" ", Scenarios.ids())));
        }
        Printer printer = settings.printer(false);
        String csv;
        if (list == null) {
            csv = invented(read);
        } else {
            // A rehearsal is where a person sees what a list has.
            ClassList students = OpenClassCommand.students(list, true);
            printer.lines(OpenClassCommand.notes(students));
            csv = OpenClassCommand.written(list, students);
        }
        try (EmbeddedServer server = EmbeddedServer.start(Scenarios.named(read.scenario()))) {
            printer.lines(debrief(server, read, text, csv));
        }
        return ExitCodes.OK;
    }

    /** So many students that all seats of the tables are taken. */
    private String invented(Template read) {
        StringBuilder csv = new StringBuilder("Name,Student number\n");
        for (int student = 1; student <= tables * (read.usSeats() + read.cnSeats()); student++) {
            csv.append("Student ").append(student).append(",s").append(student).append('\n');
        }
        return csv.toString();
    }

    private static List<String> debrief(EmbeddedServer server, Template read, String template, String csv)
            throws FaultException, InterruptedException {
        ServerCall call = server.call(null, Texts.of("fault.next.class-template"));
        String key = server.deskKey();
        try (NettySeatClient client = call.connect(Role.INSTRUCTOR)) {
            ClassNews.Opened opened = (ClassNews.Opened)
                    call.answer(client.asks(new ClassRequest.Open(NettySeatClient.newKey(), key, template, csv)));
            List<String> lines = new ArrayList<>();
            lines.add(Texts.of("rehearse.class", read.title(), opened.tables(), read.bot()));
            try (ClassHearing link = new ClassHearing(call, opened.classCode())) {
                link.enterDesk(key);
                play(call, link, read, opened.tables());
            }
            ClassRequest.ReadText wanted = new ClassRequest.ReadText(
                    ClassRequest.ClassDocument.DEBRIEF_TEXT,
                    Texts.language().word(),
                    ClassRequest.Naming.PSEUDONYM,
                    1,
                    "",
                    "",
                    0);
            ServedText.read(
                            call,
                            client,
                            wanted.withClassCode(opened.classCode()).withDeskKey(key))
                    .lines()
                    .forEach(lines::add);
            return lines;
        }
    }

    private static void play(ServerCall call, ClassHearing link, Template read, int count)
            throws FaultException, InterruptedException {
        does(call, link, at(new HostAct.Start()));
        for (int first = 1; first <= count; first += AT_ONCE) {
            List<Integer> some = new ArrayList<>();
            for (int table = first; table < first + AT_ONCE && table <= count; table++) {
                some.add(table);
            }
            does(call, link, new ClassAct.FillGaps(some, read.bot()));
        }
        while (true) {
            if (!link.await(table -> waits(table, read), LONGEST)) {
                throw FaultException.failed(UsageFault.of(
                        "LESSON_STALLED",
                        Texts.of(
                                "fault.rehearse.stalled",
                                String.valueOf(link.tables().get(0).phase())),
                        Texts.of("fault.unchanged.files"),
                        Texts.of("fault.next.class-template")));
            }
            TableChanged first = link.tables().stream()
                    .filter(table -> table.phase() != TablePhase.OVER)
                    .findFirst()
                    .orElse(null);
            if (first == null) {
                return;
            }
            HostAct next = first.phase() == TablePhase.BETWEEN
                    ? new HostAct.OpenRound(first.round(), HostAct.OpenRound.USUAL)
                    : new HostAct.Reveal(first.round());
            does(call, link, at(next));
            boolean unused =
                    link.await(table -> table.phase() != first.phase() || table.round() != first.round(), LONGEST);
        }
    }

    /** Whether a table does nothing more by itself. */
    private static boolean waits(TableChanged table, Template read) {
        return switch (table.phase()) {
            case OVER -> true;
            case BETWEEN -> !read.opens();
            case SHUT -> !read.reveals();
            default -> false;
        };
    }

    private static ClassAct at(HostAct act) {
        return new ClassAct.AtTables(List.of(), act);
    }

    private static void does(ServerCall call, ClassHearing link, ClassAct act)
            throws FaultException, InterruptedException {
        ClassNews unused = call.answer(CompletableFuture.completedFuture(link.act(act, "")));
    }
}
