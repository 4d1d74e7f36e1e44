package dev.truce.cli.play;

import dev.truce.bot.BotFactory;
import dev.truce.bot.line.BotName;
import dev.truce.cli.connect.PickedName;
import dev.truce.cli.connect.ServerCall;
import dev.truce.cli.connect.TypedPlace;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.kept.SavedSeat;
import dev.truce.cli.kept.SeatKeeper;
import dev.truce.cli.kept.SessionStart;
import dev.truce.cli.option.BotConverter;
import dev.truce.cli.option.BotOptions;
import dev.truce.cli.option.ConsoleChoice;
import dev.truce.cli.option.ScenarioOption;
import dev.truce.cli.option.SeatWish;
import dev.truce.cli.option.ServerAddress;
import dev.truce.cli.option.Settings;
import dev.truce.cli.option.TlsOptions;
import dev.truce.cli.seat.Console;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.text.TextWidth;
import dev.truce.match.Seat;
import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.Role;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truce join [HOST:PORT] CODE}: takes a seat in a room and plays it. */
@Command(name = "join")
public final class JoinCommand implements Callable<Integer> {
    @Mixin
    private final Settings settings = new Settings();

    @Mixin
    private final TlsOptions tls = new TlsOptions();

    @Parameters(paramLabel = "[HOST:PORT] CODE", arity = "1..2", descriptionKey = "param.join")
    private List<String> where = List.of();

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "option.name")
    private @Nullable String name;

    @Option(names = "--student", paramLabel = "NUMBER", descriptionKey = "option.student")
    private @Nullable String student;

    @Option(names = "--key", paramLabel = "KEY", descriptionKey = "option.student-key")
    private @Nullable String key;

    @Option(names = "--side", paramLabel = "us|cn", descriptionKey = "option.side.any")
    private @Nullable Side side;

    @Option(names = "--seat", paramLabel = "head|trade|1", descriptionKey = "option.seat")
    private @Nullable String seat;

    @Option(names = "--no-input", descriptionKey = "option.no-input")
    private boolean noInput;

    @Option(names = "--script", paramLabel = "FILE", descriptionKey = "option.script")
    private @Nullable Path script;

    @Option(names = "--bot", paramLabel = "BOT", descriptionKey = "option.join.bot", converter = BotConverter.class)
    private @Nullable BotName bot;

    @Option(names = "--bot-seed", paramLabel = "N", descriptionKey = "option.bot-seed")
    private @Nullable Long botSeed;

    @Mixin
    private final BotOptions bots = new BotOptions();

    @Mixin
    private final ScenarioOption scenario = new ScenarioOption();

    @Option(names = "--json", descriptionKey = "option.play.json")
    private boolean json;

    @Override
    public Integer call() throws FaultException, InterruptedException {
        if (where.size() > 2) {
            throw FaultException.usage(UsageFault.of(
                    "WRONG_USAGE",
                    Texts.of("fault.join-words", where.size()),
                    Texts.of("fault.unchanged.nothing-joined"),
                    "truce join CODE"));
        }
        SeatWish wish = SeatWish.of(side, seat);
        TypedPlace place = TypedPlace.of(where, "truce join");
        String code = place.code();
        ServerAddress server = place.server();
        SSLContext context = tls.context(place.encrypted());
        Printer printer = settings.printer(json);
        if (bot != null && json) {
            throw FaultException.usage(UsageFault.of(
                    "OPTIONS_CONFLICT",
                    Texts.of("fault.join-json"),
                    Texts.of("fault.unchanged.nothing-joined"),
                    "truce join CODE --json"));
        } else if (bot != null) {
            BotFactory playing = bots.bot("--bot", bot);
            return new JoinAsBot(ServerCall.to(server, context, "truce join --help"), printer)
                    .play(playing, scenario.scenario(), code, seatOf(playing, code, wish), botSeed);
        }
        try (Console console = ConsoleChoice.open(settings, printer, script, json)) {
            SessionQueue mailbox = new SessionQueue();
            ServerCall call = ServerCall.to(server, context, "truce join " + place.before() + "CODE");
            try (NettySeatClient client = call.connect(Role.PLAYER, mailbox)) {
                SeatTicket ticket = seat(call, client, code, wish, console);
                SavedSeat saved = SavedSeat.of(
                        server,
                        tls.isOn(),
                        tls.keepAuthority(settings.folder().resolve("ca.pem").toAbsolutePath()),
                        ticket,
                        ticket.opponent());
                SeatKeeper keeper = new SeatKeeper(settings.folder(), saved);
                console.show(TextWidth.wrap("", Texts.of("join.done", code, server, title(ticket.seat()))));
                console.show(keeper.keepFirst());
                Scenario scenario = call.scenario(client);
                keeper.plays(scenario);
                return SessionStart.session(settings, console, mailbox, client, ticket, scenario, false, keeper)
                        .run();
            }
        }
    }

    /** Returns how a bot asks for its seat: that of a student, or one in a room. */
    private Function<NettySeatClient, CompletableFuture<Reply<SeatTicket>>> seatOf(
            BotFactory playing, String code, SeatWish wish) throws FaultException {
        String called = name == null ? playing.name() : name;
        @Nullable String who = student;
        @Nullable String secret = key;
        if (who == null && secret == null) {
            return client -> client.join(code, wish.side(), wish.number(), called, true);
        } else if (who == null || secret == null) {
            throw FaultException.usage(UsageFault.of(
                    "WRONG_USAGE",
                    Texts.of("fault.join-student", who == null ? "--student" : "--key"),
                    Texts.of("fault.unchanged.nothing-joined"),
                    ServerCall.ENTER_CLASS));
        }
        return client -> client.enterClass(code, who, secret);
    }

    /** Takes a seat in a room, or one's own seat in a class. */
    private SeatTicket seat(ServerCall call, NettySeatClient client, String code, SeatWish wish, Console console)
            throws FaultException, InterruptedException {
        @Nullable String who = student;
        if (who == null) {
            // In a class the same answer is the name or number of a student.
            String called = name(console);
            Reply<SeatTicket> joined = call.reply(client.join(code, wish.side(), wish.number(), called, false));
            boolean isClass = joined instanceof Reply.Refused<SeatTicket> refused
                    && refused.refusal().code() == ConnectionCode.IS_A_CLASS;
            boolean asks = !noInput && console.isInteractive();
            if (joined instanceof Reply.Refused<SeatTicket> refused
                    && isClass
                    && refused.refusal().legal().equals(PickedName.BY_LIST)) {
                return new PickedName(call, client, console::show, line -> asks ? SessionStart.line(console, line) : "")
                        .enter(code, called, settings.folder());
            }
            if (!isClass || !asks) {
                return call.answer(CompletableFuture.completedFuture(joined));
            }
            who = called;
        }
        String secret = key != null ? key : SessionStart.line(console, Texts.of("join.key"));
        return call.answer(client.enterClass(code, who, secret));
    }

    /** Returns what a seat is called before it is known who holds what. */
    static String title(Seat seat) {
        return seat.number() == 0
                ? Texts.of("session.seat", seat.side())
                : Texts.of("join.minister", seat.side(), seat.number());
    }

    private String name(Console console) throws InterruptedException {
        if (name != null) {
            return name;
        }
        String guest = String.format(Locale.ROOT, "guest-%04d", new SecureRandom().nextInt(10_000));
        if (noInput || script != null || !console.isInteractive()) {
            return guest;
        }
        String typed = SessionStart.line(console, Texts.of("join.name"));
        return typed.isBlank() ? guest : typed.strip();
    }
}
