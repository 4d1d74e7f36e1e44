package dev.truce.cli.desk;

import dev.truce.cli.connect.ClassHearing;
import dev.truce.cli.connect.DeskOptions;
import dev.truce.cli.connect.FactLines;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.ConsoleChoice;
import dev.truce.cli.option.InputFile;
import dev.truce.cli.option.Settings;
import dev.truce.cli.seat.Console;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.engine.text.TextWidth;
import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.TableChanged;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.story.desk.ClassPicture;
import dev.truce.story.desk.DeskKeys;
import dev.truce.story.desk.DeskTalk;
import dev.truce.story.desk.DeskWait;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truce desk CODE}: an instructor's desk of a class: on a terminal its whole screen, else a line an act. */
@Command(name = "desk")
public final class DeskCommand implements Callable<Integer> {
    private static final int MAX_SCRIPT = 64 * 1024;

    @Mixin
    private final Settings settings = new Settings();

    @Mixin
    private final DeskOptions options = new DeskOptions();

    @Parameters(paramLabel = "CODE", descriptionKey = "param.class-code")
    private String code = "";

    @Option(names = "--ticket", paramLabel = "TICKET", descriptionKey = "option.ticket")
    private @Nullable String ticket;

    @Option(names = "--script", paramLabel = "FILE", descriptionKey = "option.desk-script")
    private @Nullable Path script;

    @Option(names = "--json", descriptionKey = "option.desk-json")
    private boolean json;

    private boolean refused;
    private @Nullable DeskTalk talk;

    @Override
    public Integer call() throws FaultException, InterruptedException {
        Printer printer = settings.printer(json);
        String secret = ticket == null ? options.key() : ticket;
        try (ClassHearing link = new ClassHearing(options.call("truce desk CODE --server HOST:PORT"), code)) {
            ClassNews.DeskEntered desk = link.enterDesk(secret);
            if (json) {
                refused = !new DeskLines(link, printer).run(lines());
            } else if (script == null && settings.surroundings().canEdit() && !settings.plain()) {
                return onScreen(link, printer);
            } else {
                lineByLine(link, desk, printer);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return refused && script != null ? ExitCodes.FAILED : ExitCodes.OK;
    }

    private int onScreen(ClassHearing link, Printer printer) throws FaultException, InterruptedException {
        try (Console console = ConsoleChoice.open(settings, printer, null, settings.folder())) {
            new DeskScreen(link, console, (line, show) -> typed(link, line, show)).run();
        }
        return ExitCodes.OK;
    }

    private void lineByLine(ClassHearing link, ClassNews.DeskEntered desk, Printer printer)
            throws IOException, FaultException, InterruptedException {
        try (BufferedReader lines = lines()) {
            printer.lines(List.of(Texts.of("class.desk.entered", desk.title(), desk.classCode(), desk.desk())));
            link.hears(new FactLines(printer::lines));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.strip().equalsIgnoreCase("quit")) {
                    break;
                }
                keyed(link, line.strip(), printer::lines);
            }
        }
    }

    /** Takes a line of a script or a plain terminal: the letters of the screen stand for the same acts here. */
    private void keyed(ClassHearing link, String line, Consumer<List<String>> show)
            throws FaultException, InterruptedException {
        Optional<String> act = DeskKeys.line(line, link.picture());
        if (act.isEmpty()) {
            refused = true;
            show.accept(TextWidth.wrap("", Texts.of("tables.short")));
        } else {
            typed(link, act.get(), show);
        }
    }

    private BufferedReader lines() throws FaultException {
        return script == null
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : new BufferedReader(
                        new StringReader(InputFile.text(script, MAX_SCRIPT, Texts.of("fault.next.desk-script"))));
    }

    private void typed(ClassHearing link, String line, Consumer<List<String>> show)
            throws FaultException, InterruptedException {
        String lower = line.toLowerCase(Locale.ROOT);
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        } else if (lower.equals("tables")) {
            show.accept(tables(link));
        } else if (lower.equals("list")) {
            show.accept(list(link.read()));
        } else if (lower.equals("log")) {
            show.accept(log(link.read()));
        } else if (DeskWait.isMeant(line)) {
            await(link, line, show);
        } else {
            act(link, line, show);
        }
    }

    private void act(ClassHearing link, String line, Consumer<List<String>> show)
            throws FaultException, InterruptedException {
        DeskTalk.Step step = talk(link).types(line, DeskScene.words(ZoneId.systemDefault()));
        while (true) {
            refused |= step.refused();
            if (!step.lines().isEmpty()) {
                show.accept(step.lines());
            }
            ClassRequest wish = step.asks();
            if (wish == null) {
                return;
            }
            step = talk(link).answered(link.ask(wish), DeskScene.words(ZoneId.systemDefault()));
        }
    }

    private DeskTalk talk(ClassHearing link) {
        DeskTalk begun = talk;
        if (begun == null) {
            begun = new DeskTalk(link.picture(), NettySeatClient::newKey);
            talk = begun;
        }
        return begun;
    }

    private void await(ClassHearing link, String line, Consumer<List<String>> show) throws InterruptedException {
        Optional<DeskWait> wait = DeskWait.read(line, link.tables());
        if (wait.isEmpty()) {
            refused = true;
            show.accept(TextWidth.wrap("", Texts.of("class.desk.wait-misread", Texts.safe(line))));
        } else {
            refused |= !new ScriptWait(link, wait.get(), line, show).come();
        }
    }

    private static List<String> tables(ClassHearing link) {
        List<String> lines = new ArrayList<>();
        for (TableChanged table : link.tables()) {
            StringBuilder seats = new StringBuilder();
            for (ClassNews.TableSeat seat : table.seats()) {
                seats.append("  ")
                        .append(seat.seat())
                        .append(' ')
                        .append(ClassPicture.letter(seat, System.currentTimeMillis()))
                        .append(' ')
                        .append(seat.pseudonym());
            }
            lines.add(String.format(
                    Locale.ROOT,
                    "%3d %s%s r%d%s",
                    table.table(),
                    table.phase().name().toLowerCase(Locale.ROOT),
                    table.paused() ? " " + Texts.of("class.desk.paused") : "",
                    table.round(),
                    seats));
        }
        return lines;
    }

    private static List<String> list(ClassNews.ListRead read) {
        return read.members().stream()
                .map(member -> String.format(
                        Locale.ROOT,
                        "%3d %s %s  %s  %s",
                        member.member(),
                        member.removed() ? "-" : member.here() ? "*" : " ",
                        member.seat() == null ? "--" : member.table() + "." + member.seat(),
                        member.pseudonym(),
                        Texts.safe(member.name())))
                .toList();
    }

    private static List<String> log(ClassNews.ListRead read) {
        return read.log().stream()
                .map(line -> Texts.of("class.desk.log", line.act(), line.desk(), line.text()))
                .toList();
    }
}
