package dev.truce.cli.play;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.line.BotName;
import dev.truce.bot.wire.WireBot;
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
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.session.OpeningCard;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.engine.Limits;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.text.TextWidth;
import dev.truce.match.Notice;
import dev.truce.protocol.client.RoomRequest;
import dev.truce.protocol.client.Transport;
import dev.truce.story.print.Json;
import dev.truce.story.print.Screen;
import dev.truce.story.topic.FinalTopic;
import dev.truce.story.words.Wording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
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
        long seed = match.seedOfShow();
        RoomRequest request = new RoomRequest(scenario.id(), seed, rounds, 0, null, null, true);
        try (EmbeddedServer server = EmbeddedServer.start(scenario);
                Transport transport = Transport.start(2);
                OwnRoom room = OwnRoom.open(server.call(transport, NEXT), request, new SessionQueue())) {
            opening(printer, scenario, server, usBot, cnBot, rounds);
            WireBot usSeat = seat(room, usBot, scenario, Side.US);
            WireBot cnSeat = seat(room, cnBot, scenario, Side.CN);
            SessionQueue watching = new SessionQueue();
            room.watch(watching);
            room.start();
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

    private WireBot seat(OwnRoom room, BotFactory factory, Scenario scenario, Side side)
            throws FaultException, InterruptedException {
        long seed = BotSeat.seedOf(match.seedOfShow(), BotSeat.HEAD);
        return room.seat(factory, scenario, side, factory.name(), seed, Limits.STEPS_A_ROUND)
                .seated();
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
