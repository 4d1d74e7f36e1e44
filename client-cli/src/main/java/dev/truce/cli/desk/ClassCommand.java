package dev.truce.cli.desk;

import dev.truce.app.classroom.ClassList;
import dev.truce.app.classroom.ClassListReader;
import dev.truce.app.classroom.ClassListText;
import dev.truce.app.classroom.Grouping;
import dev.truce.app.classroom.Grouping.SeatedTable;
import dev.truce.app.classroom.Student;
import dev.truce.app.room.SeatPlan;
import dev.truce.cli.connect.ClassHearing;
import dev.truce.cli.connect.DeskOptions;
import dev.truce.cli.connect.ServerCall;
import dev.truce.cli.debrief.ExportCommand;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.InputFile;
import dev.truce.cli.option.Settings;
import dev.truce.cli.room.DelegationOptions;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.text.TextWidth;
import dev.truce.match.Seat;
import dev.truce.match.deed.ClassAct;
import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.TableChanged;
import dev.truce.protocol.message.ClassNews.TablePhase;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.Role;
import dev.truce.story.print.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code truce class}: what an instructor prepares for a class. */
@Command(
        name = "class",
        subcommands = {
            ClassCommand.Check.class,
            OpenClassCommand.class,
            TeachLinkCommand.class,
            RehearseCommand.class,
            ClassCommand.ListOpen.class,
            ClassCommand.Finish.class,
            DeleteClassCommand.class,
            ExportCommand.class
        })
public final class ClassCommand implements Callable<Integer> {
    /** Read by picocli, which offers its options. */
    @Mixin
    @SuppressWarnings("unused")
    private final Settings settings = new Settings();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(System.out);
        return ExitCodes.OK;
    }

    /** Says how a class list is read, and who would sit where. */
    @Command(name = "check")
    static final class Check implements Callable<Integer> {
        private static final int INDENT = 4;

        @Mixin
        private final Settings settings = new Settings();

        @Option(names = "--json", descriptionKey = "option.json")
        private boolean json;

        @Option(
                names = "--seats",
                paramLabel = "N|US:N,CN:N",
                descriptionKey = "option.class-seats",
                defaultValue = "3",
                converter = DelegationOptions.Seats.Converter.class)
        private DelegationOptions.Seats seats = new DelegationOptions.Seats(3, 3);

        @Option(names = "--lot", paramLabel = "N", descriptionKey = "option.lot")
        private @Nullable Long lot;

        @Parameters(paramLabel = "LIST.csv", descriptionKey = "param.class-list")
        private Path file = Path.of("");

        @Override
        public Integer call() throws FaultException {
            Printer printer = settings.printer(json);
            byte[] bytes = InputFile.bytes(file, ClassListReader.MAX_BYTES, Texts.of("fault.next.class-list"));
            ClassList list = done(ClassListReader.read(bytes));
            String unused = done(ClassListText.toSend(list.students()));
            SeatPlan plan = SeatPlan.usual(DelegationMode.HEAD, seats.us(), seats.cn());
            Grouping grouping = new Grouping(plan);
            List<SeatedTable> tables =
                    done(lot == null ? grouping.inOrder(list.students()) : grouping.byLot(list.students(), lot));
            if (json) {
                printer.raw(Json.write(object(list, tables)));
            } else {
                printer.lines(lines(list, tables, plan.seats().size()));
            }
            return list.leftOut().isEmpty() ? ExitCodes.OK : ExitCodes.FAILED;
        }

        private <T> T done(Reply<T> reply) throws FaultException {
            return reply.orThrow(refusal -> FaultException.failed(UsageFault.unstarted(
                            refusal.code().name(),
                            Texts.of("fault.class-list", Texts.safe(file.toString()), Texts.of(refusal)),
                            Texts.of("fault.next.class-list"))
                    .about(refusal.field(), refusal.legal())));
        }

        private List<String> lines(ClassList list, List<SeatedTable> tables, int seatsOfTable) {
            List<String> lines = new ArrayList<>();
            lines.add(Texts.of(
                    "class.list",
                    Texts.safe(file.toString()),
                    list.students().size(),
                    list.leftOut().size()));
            lines.add(Texts.of("class.encoding", list.encoding()));
            list.told()
                    .forEach(line -> lines.addAll(TextWidth.wrap(
                            "  " + Texts.of("class.left-out", line.line(), line.name()) + " ",
                            INDENT,
                            Texts.of(line.why()))));
            lines.add(Texts.of(
                    "class.tables",
                    tables.size(),
                    seats.us(),
                    seats.cn(),
                    tables.size() * seatsOfTable - list.students().size()));
            for (SeatedTable table : tables) {
                lines.addAll(TextWidth.wrap(
                        String.format(Locale.ROOT, " %3d  ", table.number()), INDENT, told(list, table)));
            }
            return lines;
        }

        private static String told(ClassList list, SeatedTable table) {
            List<String> sides = new ArrayList<>();
            for (Side side : Side.values()) {
                List<String> names = table.members().entrySet().stream()
                        .filter(seat -> seat.getKey().side() == side)
                        .map(seat -> list.students().get(seat.getValue()).name())
                        .toList();
                sides.add(side + " "
                        + (names.isEmpty()
                                ? Texts.of("class.bots")
                                : Texts.phrases().row(names)));
            }
            return String.join(" | ", sides);
        }

        private static Map<String, Object> object(ClassList list, List<SeatedTable> tables) {
            List<Object> leftOut = new ArrayList<>();
            for (ClassList.LeftOut line : list.leftOut()) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("line", line.line());
                one.put("name", line.name());
                one.put("code", line.why().code().name());
                one.put("text", Texts.of(line.why()));
                leftOut.add(one);
            }
            List<Object> seated = new ArrayList<>();
            for (SeatedTable table : tables) {
                for (Map.Entry<Seat, Integer> seat : table.members().entrySet()) {
                    Student student = list.students().get(seat.getValue());
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("table", table.number());
                    one.put("seat", seat.getKey().toString());
                    one.put("line", student.line());
                    one.put("id", student.id());
                    one.put("name", student.name());
                    seated.add(one);
                }
            }
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("type", "class_list");
            result.put("students", list.students().size());
            result.put("left_out", leftOut);
            result.put("seated", seated);
            return result;
        }
    }

    /** Names the classes that are open on a server. */
    @Command(name = "list")
    static final class ListOpen implements Callable<Integer> {
        @Mixin
        private final Settings settings = new Settings();

        @Mixin
        private final DeskOptions desk = new DeskOptions();

        @Override
        public Integer call() throws FaultException, InterruptedException {
            ServerCall call = desk.call("truce class --help");
            try (NettySeatClient client = call.connect(Role.INSTRUCTOR)) {
                ClassNews.Listed listed =
                        (ClassNews.Listed) call.answer(client.asks(new ClassRequest.ListAll(desk.key(), true)));
                List<String> lines = new ArrayList<>();
                for (ClassNews.OpenedClass opened : listed.classes()) {
                    lines.add(
                            opened.finished()
                                    ? Texts.of("class.listed.finished", opened.classCode(), opened.title())
                                    : Texts.of(
                                            "class.listed",
                                            opened.classCode(),
                                            opened.title(),
                                            opened.tables(),
                                            opened.here(),
                                            opened.members()));
                }
                settings.printer(false).lines(lines.isEmpty() ? List.of(Texts.of("class.listed.none")) : lines);
            }
            return ExitCodes.OK;
        }
    }

    /** Ends a class for ever, once the line says its code twice; it was called {@code close}. */
    @Command(name = "finish", aliases = "close")
    static final class Finish implements Callable<Integer> {
        @Mixin
        private final Settings settings = new Settings();

        @Mixin
        private final DeskOptions desk = new DeskOptions();

        @Parameters(paramLabel = "CODE", descriptionKey = "param.class-code")
        private String code = "";

        @Option(names = "--confirm", paramLabel = "CODE", descriptionKey = "option.finish-confirm", defaultValue = "")
        private String confirmed = "";

        @Override
        public Integer call() throws FaultException, InterruptedException {
            ServerCall call = desk.call("truce class list");
            try (ClassHearing link = new ClassHearing(call, code)) {
                ClassNews.DeskEntered entered = link.enterDesk(desk.key());
                if (!confirmed.equals(code) && !link.isFinished()) {
                    throw FaultException.failed(notConfirmed(entered, link.tables()));
                }
                call.answer(CompletableFuture.completedFuture(link.act(new ClassAct.Finish(), "")));
                settings.printer(false).lines(List.of(Texts.of("class.finished", entered.title())));
            }
            return ExitCodes.OK;
        }

        private UsageFault notConfirmed(ClassNews.DeskEntered entered, List<TableChanged> tables) {
            long playing = tables.stream()
                    .filter(table -> table.phase() != TablePhase.OVER)
                    .count();
            return UsageFault.of(
                            "NOT_CONFIRMED",
                            Texts.of("class.finish", Texts.safe(entered.title()), playing, tables.size()),
                            Texts.of("fault.unchanged.class"),
                            Texts.of("class.finish.next", code))
                    .about("--confirm", code);
        }
    }
}
