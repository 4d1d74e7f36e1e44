package dev.truce.cli.play;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.line.BotName;
import dev.truce.cli.connect.EmbeddedServer;
import dev.truce.cli.connect.OwnRoom;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.kept.PracticeKeeper;
import dev.truce.cli.kept.PracticeMatch;
import dev.truce.cli.kept.SavedSeat;
import dev.truce.cli.kept.SessionStart;
import dev.truce.cli.option.BotConverter;
import dev.truce.cli.option.BotOptions;
import dev.truce.cli.option.ConsoleChoice;
import dev.truce.cli.option.MatchOptions;
import dev.truce.cli.option.Program;
import dev.truce.cli.option.Settings;
import dev.truce.cli.seat.Console;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.engine.Limits;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.text.TextWidth;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.protocol.message.RoomRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code truce play}: a match against a bot, line by line, on a server of this process. */
@Command(name = "play")
public final class PlayCommand implements Callable<Integer> {
    private static final String NEXT = "truce play --debug";

    @Mixin
    private final Settings settings = new Settings();

    @Mixin
    private final MatchOptions match = new MatchOptions();

    @Option(names = "--side", paramLabel = "us|cn", descriptionKey = "option.side", defaultValue = "us")
    private Side side = Side.US;

    @Mixin
    private final BotOptions bots = new BotOptions();

    @Option(
            names = {"--vs", "--against"},
            paramLabel = "BOT",
            descriptionKey = "option.vs",
            defaultValue = "tft",
            converter = BotConverter.class)
    private @Nullable BotName vs;

    @Option(names = "--script", paramLabel = "FILE", descriptionKey = "option.script")
    private @Nullable Path script;

    @Option(names = "--record", paramLabel = "FILE", descriptionKey = "option.record")
    private @Nullable Path record;

    @Option(names = "--json", descriptionKey = "option.play.json")
    private boolean json;

    @Override
    public Integer call() throws FaultException, InterruptedException {
        BotName named = Objects.requireNonNull(vs, "the parser sets it");
        BotFactory bot = bots.bot("--vs", named);
        Scenario scenario = match.scenario();
        int rounds = match.rounds();
        Printer printer = settings.printer(json);
        try (Console console = ConsoleChoice.open(settings, printer, script, json)) {
            // A bot of the roster sits on the server; one that is a program of its own joins as any other does, and
            // cannot come back.
            boolean hosted = named instanceof BotName.OfRoster;
            PracticeMatch kept = hosted && console.isInteractive() ? keep(console) : null;
            try (EmbeddedServer server = kept == null ? EmbeddedServer.start(scenario) : kept.start()) {
                console.show(TextWidth.wrap("", head(scenario, bot, rounds)));
                RoomRequest request = new RoomRequest(
                        scenario.id(),
                        match.seed(),
                        rounds,
                        0,
                        hosted ? BySide.pick(side, null, bot.name()) : null,
                        hosted ? BySide.pick(side, bot.name(), null) : null,
                        false);
                SessionQueue mailbox = new SessionQueue();
                try (OwnRoom room = OwnRoom.open(server.call(null, NEXT), request, mailbox)) {
                    // The bot first: a seat is told who sits opposite as it is taken.
                    if (!hosted) {
                        room.seat(bot, scenario, side.other(), bot.name(), botSeed(match.seed()), Limits.STEPS_A_ROUND);
                    }
                    SeatTicket ticket = room.join(side, Texts.of("play.name"));
                    SavedSeat seat = SavedSeat.of(server.address(), false, null, ticket, bot.name());
                    PracticeKeeper keeper =
                            new PracticeKeeper(scenario, record, match.seed() == null, kept, server, seat);
                    console.show(keeper.keepFirst());
                    room.start();
                    return SessionStart.practice(
                                    settings, console, mailbox, room.host(), ticket, scenario, false, keeper)
                            .run();
                }
            }
        }
    }

    /** Makes a place on disk for the match; without one it is gone with the program, which is told. */
    private @Nullable PracticeMatch keep(Console console) {
        Path root = PracticeMatch.root();
        if (PracticeMatch.isFull(root)) {
            console.show(TextWidth.wrap("", Texts.of("play.too-many", PracticeMatch.MAX_KEPT)));
            return null;
        }
        try {
            return PracticeMatch.begin(
                    root,
                    match.named(),
                    record,
                    match.seed() == null,
                    InstantSource.system().millis());
        } catch (IOException refused) {
            console.show(TextWidth.wrap("", Texts.of("play.not-kept", root)));
            return null;
        }
    }

    /** Returns the seed of the bot: the match's makes it, or chance if that is a secret of the server. */
    private static long botSeed(@Nullable Long matchSeed) {
        return matchSeed == null ? new SecureRandom().nextLong() : BotSeat.seedOf(matchSeed, BotSeat.HEAD);
    }

    private String head(Scenario scenario, BotFactory bot, int rounds) {
        Long seed = match.seed();
        String count = Texts.phrases().count("rounds.one", "rounds.many", rounds);
        return seed == null
                ? Texts.of("play.head.secret", Program.version(), scenario.ruleset(), bot.name(), count)
                : Texts.of("play.head", Program.version(), scenario.ruleset(), bot.name(), seed, count);
    }
}
