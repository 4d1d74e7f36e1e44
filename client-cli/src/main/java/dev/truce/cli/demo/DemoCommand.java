package dev.truce.cli.demo;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.line.BotName;
import dev.truce.bot.wire.WireBot;
import dev.truce.cli.connect.BotConduct;
import dev.truce.cli.connect.EmbeddedServer;
import dev.truce.cli.connect.OwnRoom;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.json.MatchLines;
import dev.truce.cli.option.AtomicFile;
import dev.truce.cli.option.BotConverter;
import dev.truce.cli.option.BotOptions;
import dev.truce.cli.option.MatchOptions;
import dev.truce.cli.option.Program;
import dev.truce.cli.option.Settings;
import dev.truce.cli.option.WholeNumber;
import dev.truce.cli.record.RecordLink;
import dev.truce.cli.screen.OpeningCard;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.terminal.TerminalKeys;
import dev.truce.cli.terminal.Tint;
import dev.truce.cli.text.Texts;
import dev.truce.cli.watch.Broadcast;
import dev.truce.cli.watch.Pace;
import dev.truce.engine.Limits;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.text.TextWidth;
import dev.truce.match.Notice;
import dev.truce.protocol.client.Transport;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.scenario.Scenarios;
import dev.truce.story.facts.SeatBoard;
import dev.truce.story.print.Json;
import dev.truce.story.topic.FinalTopic;
import dev.truce.story.words.Wording;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code truce demo}: two bots play a match over TCP on a server of this process, and it is told in nine cards; {@code --full} prints every
 * round.
 */
@Command(name = "demo")
public final class DemoCommand implements Callable<Integer> {

    private static final String NEXT = "truce demo --debug";

    /** The match of a plain {@code truce demo} has a bargain, a cheat, an accusation that is found true, an answer and an end; a test holds that. */
    private static final String US = "negotiator";

    private static final String CN = "choker";
    private static final long SEED = 21;
    /** How long a card of the told match stays, seconds. */
    private static final int CARD_SECONDS = 6;

    @Mixin
    private final Settings settings = new Settings();

    @Mixin
    private final MatchOptions match = new MatchOptions();

    @Mixin
    private final BotOptions bots = new BotOptions();

    @Option(
            names = "--us",
            paramLabel = "BOT",
            descriptionKey = "option.us",
            defaultValue = US,
            converter = BotConverter.class)
    private @Nullable BotName us;

    @Option(
            names = "--cn",
            paramLabel = "BOT",
            descriptionKey = "option.cn",
            defaultValue = CN,
            converter = BotConverter.class)
    private @Nullable BotName cn;

    @Option(names = "--record", paramLabel = "FILE", descriptionKey = "option.record")
    private @Nullable Path record;

    @Option(
            names = "--pace",
            paramLabel = "S|fast|slow|off",
            descriptionKey = "option.pace",
            converter = WholeNumber.Rest.class)
    private @Nullable Integer pace;

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    @Option(names = "--full", descriptionKey = "option.demo.full")
    private boolean full;

    @Option(names = "--page", descriptionKey = "option.demo.page")
    private boolean page;

    @Override
    public Integer call() throws FaultException, InterruptedException {
        BotFactory usBot = bots.bot("--us", Objects.requireNonNull(us, "the parser sets it"));
        BotFactory cnBot = bots.bot("--cn", Objects.requireNonNull(cn, "the parser sets it"));
        Scenario scenario = match.scenario();
        int rounds = match.rounds();
        PrintStream nobody = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Printer printer =
                page ? new Printer(nobody, System.err, new Tint(Tint.Ground.NONE), json) : settings.printer(json);
        long seed = seed(usBot, cnBot, scenario);
        RoomRequest request = new RoomRequest(scenario.id(), seed, rounds, 0, null, null, true);
        try (EmbeddedServer server = EmbeddedServer.start(scenario);
                Transport transport = Transport.start(2);
                OwnRoom room = OwnRoom.open(server.call(transport, NEXT), request, new SessionQueue());
                Pace shown = pace()) {
            List<String> head = List.of(
                    Texts.of(
                            "demo.head",
                            Program.version(),
                            scenario.id(),
                            scenario.ruleset(),
                            seed,
                            Texts.phrases().count("rounds.one", "rounds.many", rounds)),
                    Texts.of("demo.bots", usBot.name(), cnBot.name(), server.address()));
            if (json) {
                printer.raw(Json.write(
                        new MatchLines(scenario).match(Program.version(), seed, rounds, usBot.name(), cnBot.name())));
            } else {
                opening(printer, scenario, head, shown);
            }
            boolean told = isTold();
            WireBot usSeat = seat(room, usBot, scenario, Side.US, usBot.name(), seed);
            String second = cnBot.name() + (cnBot.name().equals(usBot.name()) ? "-cn" : "");
            WireBot cnSeat = seat(room, cnBot, scenario, Side.CN, second, seed);
            SessionQueue watching = new SessionQueue();
            room.watch(watching);
            room.start();
            Broadcast broadcast = new Broadcast(
                    Texts.wording(scenario),
                    settings.look(),
                    told ? new Printer(nobody, System.err, new Tint(Tint.Ground.NONE), false) : printer,
                    json,
                    told ? Pace.atOnce() : shown,
                    Broadcast.BOTS_MILLIS);
            Notice.MatchOver over;
            try {
                over = broadcast.untilOver(watching);
            } finally {
                usSeat.leave();
                cnSeat.leave();
            }
            // Who leaves while the match is told has the record already.
            Path file = page && record == null
                    ? null
                    : AtomicFile.keep(AtomicFile.file(record, scenario, seed), over.recordText());
            boolean seen = told ? isTold(printer, scenario, broadcast.board(), over, shown) : shown.goesOn();
            closing(printer, scenario, broadcast.board(), over, file, seen);
            printer.notes(BotConduct.lines(Side.US, usSeat.conduct()));
            printer.notes(BotConduct.lines(Side.CN, cnSeat.conduct()));
            if (page) {
                showPage(server, scenario, over.recordText());
            }
        }
        return ExitCodes.OK;
    }

    /** Whether the match is told when it is over, and not printed round by round. */
    private boolean isTold() {
        return !full && !json && !page;
    }

    /** Tells the match, to a person card by card, else as a text; returns whether it was told to its end. */
    private boolean isTold(Printer printer, Scenario scenario, SeatBoard board, Notice.MatchOver over, Pace shown)
            throws InterruptedException {
        ToldMatch told = new ToldMatch(over, board.rounds(), Texts.wording(scenario));
        if (shown.hasKeys()) {
            return new ToldShow(told, settings.look(), printer, shown.keys(), shown.restMillis()).isSeen();
        }
        return ToldShow.isRead(told, settings.look(), printer, shown);
    }

    /** Shows the match in a browser, and lets a person play one, until Ctrl-C. */
    private void showPage(EmbeddedServer server, Scenario scenario, String text)
            throws FaultException, InterruptedException {
        String address = server.page();
        settings.printer(false)
                .lines(List.of(
                        Texts.of("demo.page.play", address + "#/play/" + scenario.id() + ",US," + US),
                        Texts.of("demo.page.record", address + RecordLink.of(text)),
                        Texts.of("demo.page.stop")));
        new CountDownLatch(1).await();
    }

    /** The seed that was asked for; else that of the story, if these seats play it, else one by chance. */
    private long seed(BotFactory usBot, BotFactory cnBot, Scenario scenario) {
        boolean story = usBot.name().equals(US)
                && cnBot.name().equals(CN)
                && scenario.id().equals(Scenarios.busan2025().id());
        Long asked = match.seed();
        return asked == null && story ? SEED : match.seedOfShow();
    }

    /** A person at a terminal gets time to read; a pipe or a program does not wait unless it asks to. */
    private Pace pace() {
        boolean keyboard = !page && settings.surroundings().canEdit() && !settings.plain();
        int seconds = pace != null ? pace : keyboard ? isTold() ? CARD_SECONDS : WholeNumber.Rest.USUAL : 0;
        if (json || seconds == 0) {
            return Pace.atOnce();
        }
        long millis = seconds * 1_000L;
        if (keyboard) {
            try {
                return new Pace(TerminalKeys.open(), millis);
            } catch (IOException noKeys) {
                return Pace.atOnce();
            }
        }
        return Pace.withoutKeys(millis);
    }

    private static WireBot seat(
            OwnRoom room, BotFactory factory, Scenario scenario, Side side, String name, long seedOfMatch)
            throws FaultException, InterruptedException {
        long seed = BotSeat.seedOf(seedOfMatch, BotSeat.HEAD);
        return room.seat(factory, scenario, side, name, seed, Limits.STEPS_A_ROUND)
                .seated();
    }

    private void opening(Printer printer, Scenario scenario, List<String> head, Pace shown) {
        List<String> lines = new ArrayList<>();
        head.forEach(line -> lines.addAll(TextWidth.wrap("", line)));
        lines.add("");
        if (isTold()) {
            printer.lines(lines);
            return;
        }
        lines.addAll(OpeningCard.lines(settings.look(), scenario));
        lines.addAll(TextWidth.wrap("", Texts.of(settings.look().accessible() ? "demo.signs.words" : "demo.signs")));
        if (shown.hasKeys()) {
            lines.addAll(TextWidth.wrap("", Texts.of("demo.pace")));
        }
        printer.lines(lines);
    }

    private void closing(
            Printer printer,
            Scenario scenario,
            SeatBoard board,
            Notice.MatchOver over,
            @Nullable Path file,
            boolean wholly) {
        if (file == null) {
            return;
        }
        if (json) {
            printer.raw(Json.write(new MatchLines(scenario)
                    .end(over, board.rounds(), board.proceedings().ledger(), AtomicFile.shown(file))));
            return;
        }
        if (wholly && full) {
            List<String> lines = new ArrayList<>(List.of(""));
            Wording wording = Texts.wording(scenario);
            lines.addAll(settings.look()
                    .lines(new FinalTopic(wording, board.reasons())
                            .page(over, board.rounds(), board.proceedings().ledger())));
            printer.lines(lines);
        } else if (!wholly) {
            printer.lines(List.of("", Texts.of("demo.left")));
        } else {
            printer.lines(List.of(""));
        }
        printer.lines(AtomicFile.lines(file));
        List<String> next = new ArrayList<>(List.of(Texts.of("demo.next")));
        next.addAll(TextWidth.wrap("  ", Texts.of("demo.next.play", "truce play --vs " + US)));
        if (!full) {
            next.addAll(TextWidth.wrap("  ", Texts.of("demo.next.full", "truce demo --full")));
        }
        next.addAll(TextWidth.wrap("  ", Texts.of("demo.next.replay", "truce replay " + AtomicFile.shown(file))));
        next.addAll(TextWidth.wrap("  ", Texts.of("demo.next.other", "truce demo --us search --cn " + US)));
        printer.lines(next);
    }
}
