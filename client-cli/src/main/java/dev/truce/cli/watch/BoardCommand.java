package dev.truce.cli.watch;

import dev.truce.cli.connect.ClassHearing;
import dev.truce.cli.connect.CodeOptions;
import dev.truce.cli.connect.FactLines;
import dev.truce.cli.connect.OwnAddresses;
import dev.truce.cli.connect.ServerCall;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.ConsoleChoice;
import dev.truce.cli.option.InputFile;
import dev.truce.cli.option.ServerAddress;
import dev.truce.cli.option.Settings;
import dev.truce.cli.seat.Console;
import dev.truce.cli.seat.Happening;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.text.TextWidth;
import dev.truce.protocol.client.Heard;
import dev.truce.protocol.client.LinkState;
import dev.truce.story.desk.ClassPicture;
import dev.truce.story.print.JsonPrinter;
import dev.truce.story.print.Look;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code truce board [HOST:PORT] CODE}: the screen of a class that a whole room sees; in a pipe a block a round that is revealed. */
@Command(name = "board")
public final class BoardCommand implements Callable<Integer> {
    private static final int MAX_KEY = 100;
    private static final long QUIET_MILLIS = 60_000;
    private static final String PROMPT = "board> ";

    @Mixin
    private final Settings settings = new Settings();

    @Mixin
    private final CodeOptions where = new CodeOptions();

    @Option(names = "--desk-key", paramLabel = "FILE", descriptionKey = "option.board-key")
    private @Nullable Path deskKey;

    @Option(names = "--json", descriptionKey = "option.board-json")
    private boolean json;

    private final InstantSource clock = InstantSource.system();
    private final SessionQueue mailbox = new SessionQueue();

    @Override
    public Integer call() throws FaultException, InterruptedException {
        ServerCall server = where.call("truce board");
        String key = deskKey == null
                ? ""
                : InputFile.text(deskKey, MAX_KEY, Texts.of("fault.next.desk-key"))
                        .strip();
        Printer printer = settings.printer(json);
        String joins = "truce join " + address(server.address()) + " " + where.code();
        try (ClassHearing link = new ClassHearing(server, where.code())) {
            link.hears(news -> mailbox.post(new Happening.Answered(() -> {})));
            link.hearsLink(mailbox::hear);
            link.watch(key);
            if (settings.surroundings().canEdit() && !settings.plain() && !json) {
                onScreen(link, printer, joins);
            } else {
                lineByLine(link, printer, joins);
            }
        }
        return ExitCodes.OK;
    }

    /** Where others find the server: who runs it on this machine has typed an address that is of use here only. */
    private static ServerAddress address(ServerAddress typed) {
        boolean here =
                typed.host().equals(ServerAddress.USUAL.host()) || typed.host().equals("localhost");
        return here
                ? OwnAddresses.listening(typed.port())
                        .map(host -> new ServerAddress(host, typed.port()))
                        .orElse(typed)
                : typed;
    }

    private void onScreen(ClassHearing link, Printer printer, String joins)
            throws FaultException, InterruptedException {
        Look look = settings.look();
        try (Console console = ConsoleChoice.open(settings, printer, null, settings.folder())) {
            boolean asked = false;
            while (true) {
                if (!asked) {
                    console.ask(PROMPT, mailbox);
                    asked = true;
                }
                console.stay(() -> new BoardScene(link.picture().known(), joins, link.isUp(), clock.millis(), look));
                Happening happening = mailbox.poll(Math.min(QUIET_MILLIS, console.tickMillis()));
                if (happening instanceof Happening.Line line) {
                    asked = false;
                    String word = line.text().strip();
                    if (word.equalsIgnoreCase("quit") || word.equalsIgnoreCase("q")) {
                        return;
                    }
                    console.board();
                    if (!word.isEmpty()) {
                        console.show(TextWidth.wrap("", Texts.of("board.words")));
                    }
                } else if (happening instanceof Happening.Interrupt interrupt) {
                    asked = false;
                    if (interrupt.lineWasEmpty()) {
                        return;
                    }
                } else if (happening instanceof Happening.End) {
                    return;
                } else {
                    requireOpen(happening);
                }
            }
        }
    }

    /** Prints what is new until no match goes on. */
    private void lineByLine(ClassHearing link, Printer printer, String joins)
            throws FaultException, InterruptedException {
        int told = -1;
        String announced = "";
        FactLines facts = new FactLines(printer::lines);
        while (true) {
            ClassPicture.Known known = link.picture().known();
            if (known.isWhole()) {
                BoardScene scene = new BoardScene(known, joins, true, clock.millis(), settings.look());
                if (known.revealed() > told) {
                    told = known.revealed();
                    print(printer, scene, told);
                }
                if (!json && known.state() != null) {
                    facts.accept(known.state());
                }
                String newest = known.state() == null ? "" : known.state().announced();
                if (!newest.equals(announced)) {
                    announced = newest;
                    if (!json) {
                        printer.lines(TextWidth.wrap("", Texts.of("board.announced", Texts.safe(newest))));
                    }
                }
                if (known.isOver()) {
                    printer.notes(List.of(Texts.of("board.over")));
                    return;
                }
            }
            requireOpen(mailbox.poll(QUIET_MILLIS));
        }
    }

    private void print(Printer printer, BoardScene scene, int revealed) {
        if (json) {
            printer.raw(new JsonPrinter().text(scene.page()));
        } else if (revealed == 0) {
            printer.lines(scene.top(TextWidth.SCREEN));
        } else {
            List<String> lines = new ArrayList<>(List.of(""));
            lines.addAll(settings.look().lines(scene.page()));
            printer.lines(lines);
        }
    }

    /** Ends the command if the server is gone for good. */
    private static void requireOpen(@Nullable Happening happening) throws FaultException {
        if (Happening.heard(happening) instanceof Heard.Link link && link.state() instanceof LinkState.Closed closed) {
            throw FaultException.failed(UsageFault.of(
                    closed.refusal().code().name(),
                    Texts.of(closed.refusal()),
                    Texts.of("fault.unchanged.watched"),
                    Texts.of("fault.next.watch-again")));
        }
    }
}
