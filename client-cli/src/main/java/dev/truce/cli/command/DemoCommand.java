package dev.truce.cli.command;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.line.BotName;
import dev.truce.bot.wire.BotThread;
import dev.truce.bot.wire.WireBot;
import dev.truce.cli.json.MatchLines;
import dev.truce.cli.session.OpeningCard;
import dev.truce.cli.session.SessionQueue;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.engine.Limits;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.text.TextWidth;
import dev.truce.match.Notice;
import dev.truce.protocol.client.Answer;
import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.client.RoomRequest;
import dev.truce.protocol.client.RoomTicket;
import dev.truce.protocol.client.Transport;
import dev.truce.protocol.message.Role;
import dev.truce.story.print.Json;
import dev.truce.story.print.Screen;
import dev.truce.story.topic.FinalTopic;
import dev.truce.story.words.Wording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code truce demo}: two bots play a match over TCP on a server of this process, and every round is printed. */
@Command(name = "demo")
public final class DemoCommand implements Callable<Integer> {

    private static final String NEXT = "truce demo --debug";

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
            defaultValue = "tft",
            converter = BotConverter.class)
    private @Nullable BotName us;

    @Option(
            names = "--cn",
            paramLabel = "BOT",
            descriptionKey = "option.cn",
            defaultValue = "random",
            converter = BotConverter.class)
    private @Nullable BotName cn;

    @Option(names = "--record", paramLabel = "FILE", descriptionKey = "option.record")
    private @Nullable Path record;

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    @Override
    public Integer call() throws FaultException, InterruptedException {
        BotFactory usBot = bots.bot("--us", Objects.requireNonNull(us, "the parser sets it"));
        BotFactory cnBot = bots.bot("--cn", Objects.requireNonNull(cn, "the parser sets it"));
        Scenario scenario = match.scenario();
        int rounds = match.rounds();
        Printer printer = settings.printer(json);
        try (EmbeddedServer server = EmbeddedServer.start(scenario);
                Transport transport = Transport.start(2);
                BotThread usThread = BotThread.start("bot-us");
                BotThread cnThread = BotThread.start("bot-cn")) {
            opening(printer, scenario, server, usBot, cnBot, rounds);
            long seed = match.seedOfShow();
            NettySeatClient host = connect(server, transport, Role.PLAYER, new SessionQueue());
            RoomTicket room =
                    ask(server, host.createRoom(new RoomRequest(scenario.id(), seed, rounds, 0, null, null, true)));
            WireBot usSeat = seat(server, transport, usBot, scenario, usThread, room, Side.US);
            WireBot cnSeat = seat(server, transport, cnBot, scenario, cnThread, room, Side.CN);
            SessionQueue watching = new SessionQueue();
            var unused = ask(
                    server,
                    connect(server, transport, Role.OMNISCIENT, watching).watch(room.code()));
            ask(server, host.start());
            Broadcast broadcast = new Broadcast(Texts.wording(scenario), settings.look(), printer, json, rounds);
            Notice.MatchOver over;
            try {
                over = broadcast.untilOver(watching);
            } finally {
                usSeat.leave();
                cnSeat.leave();
            }
            closing(printer, scenario, broadcast, over, seed);
            printer.notes(BotConduct.lines(Side.US, usSeat.conduct()));
            printer.notes(BotConduct.lines(Side.CN, cnSeat.conduct()));
        }
        return ExitCodes.OK;
    }

    private NettySeatClient connect(EmbeddedServer server, Transport transport, Role role, SessionQueue mailbox)
            throws FaultException, InterruptedException {
        return ask(
                server,
                NettySeatClient.connect(
                        ServerCall.options(server.host(), server.port(), null, role), mailbox, transport));
    }

    private static <T> T ask(EmbeddedServer server, CompletableFuture<Answer<T>> future)
            throws FaultException, InterruptedException {
        return ServerCall.answer(future, server.address(), NEXT);
    }

    private WireBot seat(
            EmbeddedServer server,
            Transport transport,
            BotFactory factory,
            Scenario scenario,
            BotThread thread,
            RoomTicket room,
            Side side)
            throws FaultException, InterruptedException {
        WireBot bot = new WireBot(
                factory, scenario, BotSeat.seedOf(match.seedOfShow(), BotSeat.HEAD), Limits.STEPS_A_ROUND, thread);
        NettySeatClient client = ask(
                server,
                NettySeatClient.connect(
                        ServerCall.options(server.host(), server.port(), null, Role.BOT), bot, transport));
        var unused = ask(server, bot.join(client, room.code(), side));
        return bot;
    }

    private void opening(
            Printer printer, Scenario scenario, EmbeddedServer server, BotFactory usBot, BotFactory cnBot, int rounds) {
        if (json) {
            printer.raw(Json.write(new MatchLines(scenario)
                    .match(Program.version(), match.seedOfShow(), rounds, usBot.name(), cnBot.name())));
            return;
        }
        List<String> lines = new ArrayList<>();
        lines.addAll(TextWidth.wrap(
                "",
                Texts.of(
                        "demo.head",
                        Program.version(),
                        scenario.ruleset(),
                        scenario.id(),
                        match.seedOfShow(),
                        rounds)));
        lines.addAll(TextWidth.wrap("", Texts.of("demo.bots", usBot.name(), cnBot.name(), server.address())));
        lines.add("");
        lines.addAll(OpeningCard.lines(settings.look(), scenario));
        printer.lines(lines);
    }

    private void closing(Printer printer, Scenario scenario, Broadcast broadcast, Notice.MatchOver over, long seed)
            throws FaultException {
        Path file = AtomicFile.file(record, scenario, seed);
        if (json) {
            AtomicFile.write(file, over.recordText());
            printer.raw(Json.write(new MatchLines(scenario)
                    .end(over, broadcast.rounds(), broadcast.ledger(), AtomicFile.shown(file))));
            return;
        }
        List<String> lines = new ArrayList<>();
        lines.add("");
        Wording wording = Texts.wording(scenario);
        lines.addAll(Screen.lines(
                new FinalTopic(wording, broadcast.reasons()).page(over, broadcast.rounds(), broadcast.ledger()),
                settings.look()));
        printer.lines(lines);
        AtomicFile.write(file, over.recordText());
        printer.lines(AtomicFile.lines(file));
        printer.lines(List.of(Texts.of("demo.next")));
    }
}
