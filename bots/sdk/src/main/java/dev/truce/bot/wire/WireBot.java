package dev.truce.bot.wire;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.BotTurn;
import dev.truce.bot.Conduct;
import dev.truce.bot.Mandate;
import dev.truce.bot.Wish;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.orders.Verdict;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Notice;
import dev.truce.match.Occupant;
import dev.truce.match.Seat;
import dev.truce.protocol.client.ClientCode;
import dev.truce.protocol.client.Heard;
import dev.truce.protocol.client.LinkState;
import dev.truce.protocol.client.Saved;
import dev.truce.protocol.client.SeatClient;
import dev.truce.protocol.client.SeatListener;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.protocol.message.SeedNotice;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A bot in a seat on a server: {@link BotTurn} says what it wants, and each wish goes over the connection. Of rounds that opened
 * while the bot was thinking only the newest is decided.
 *
 * <p>Give it to the connection as its listener, then {@link #join}. Thread-safe; the bot itself runs on its own thread.
 */
public final class WireBot implements SeatListener.ToSome {

    private final BotFactory factory;
    private final Editions editions;
    private final long botSeed;
    private final long stepsPerRound;
    private final BotThread thread;
    private final CompletableFuture<WireEnd> ended = new CompletableFuture<>();
    private final AtomicReference<@Nullable Observation> newest = new AtomicReference<>();
    /** What the bot is told and answered, in order. */
    private final Queue<Function<BotTurn, @Nullable Wish>> told = new ConcurrentLinkedQueue<>();

    private final AtomicBoolean listening = new AtomicBoolean();
    private volatile @Nullable SeatClient client;
    private volatile @Nullable Seat seat;
    private volatile Table table = new Table(List.of(), null);
    private volatile SeedNotice seed = SeedNotice.DRAWN;

    /** What the match plays, once it has begun. */
    private volatile Scenario scenario;

    // What follows is written by the bot's thread only; `conduct` is a published copy.
    private volatile @Nullable BotTurn turn;
    private volatile Conduct conduct = new Conduct(0, List.of());

    /** Scenarios that a bot may play. */
    @FunctionalInterface
    public interface Editions {
        /** Returns the scenario of a name with this hash, or nothing. */
        Optional<Scenario> find(String id, String hash);
    }

    /** Who sits where, as the server told last. */
    private record Table(List<Occupant> seats, @Nullable DelegationMode mode) {}

    /**
     * Makes a player that waits for its connection.
     *
     * @param factory makes the bot
     * @param scenario the scenario that it knows; it plays no match of another one
     * @param botSeed seed of its random stream (see {@link BotSeat#seeded})
     * @param stepsPerRound steps that it may take in each round
     * @param thread runs the bot; closed by the caller
     */
    public WireBot(BotFactory factory, Scenario scenario, long botSeed, long stepsPerRound, BotThread thread) {
        this(factory, scenario, (id, hash) -> Optional.empty(), botSeed, stepsPerRound, thread);
    }

    /**
     * Makes a player that plays what the match plays, if it can find it.
     *
     * @param scenario the scenario that it knows
     * @param editions finds another one, when a match begins that plays it
     */
    public WireBot(
            BotFactory factory,
            Scenario scenario,
            Editions editions,
            long botSeed,
            long stepsPerRound,
            BotThread thread) {
        this.factory = factory;
        this.scenario = scenario;
        this.editions = editions;
        this.botSeed = botSeed;
        this.stepsPerRound = stepsPerRound;
        this.thread = thread;
    }

    /**
     * Takes a seat through the connection that has this bot as its listener.
     *
     * @param connection where to play; left open at the end
     * @param code the room's code
     * @param side wished side, or null for any vacant one
     */
    public CompletableFuture<Reply<SeatTicket>> join(SeatClient connection, String code, @Nullable Side side) {
        return join(connection, code, side, null, factory.name());
    }

    /**
     * The same for a certain seat of a delegation.
     *
     * @param number wished number of the seat, 0 for the head, or null for any vacant one
     * @param name how others see it; in a room no two may have the same name
     */
    public CompletableFuture<Reply<SeatTicket>> join(
            SeatClient connection, String code, @Nullable Side side, @Nullable Integer number, String name) {
        return take(connection, () -> connection.join(code, side, number, name, true));
    }

    /**
     * Takes a seat in another way than by the code of a room, such as one's own in a class.
     *
     * @param taking asks for the seat, through the same connection
     */
    public CompletableFuture<Reply<SeatTicket>> take(
            SeatClient connection, Supplier<CompletableFuture<Reply<SeatTicket>>> taking) {
        client = connection;
        return taking.get().thenApply(answer -> {
            if (answer instanceof Reply.Done<SeatTicket> done) {
                seat = done.value().seat();
            }
            return answer;
        });
    }

    /** Completes when the match is over or the bot is out of it. */
    public CompletableFuture<WireEnd> ended() {
        return ended.copy();
    }

    /** How the bot has behaved so far. */
    public Conduct conduct() {
        return conduct;
    }

    /** What the room has told about its seed so far. */
    public SeedNotice seed() {
        return seed;
    }

    @Override
    public void seed(Heard.Seed heard) {
        seed = heard.seed();
    }

    /** Lets the bot go, also while it thinks; call it when {@link #ended} has completed or the match is given up. */
    public void leave() {
        BotTurn sits = turn;
        if (sits != null) {
            sits.leave();
        }
    }

    @Override
    public void begun(Heard.Begun heard) {
        if (!heard.scenarioHash().equals(scenario.hash())) {
            editions.find(heard.scenarioId(), heard.scenarioHash()).ifPresent(found -> scenario = found);
        }
        if (!heard.scenarioHash().equals(scenario.hash()) || !heard.ruleset().equals(scenario.ruleset())) {
            Refusal differs = Refusal.of(ClientCode.SCENARIO_DIFFERS, "")
                    .naming(
                            heard.scenarioId(),
                            heard.scenarioHash(),
                            heard.ruleset(),
                            scenario.id(),
                            scenario.hash(),
                            scenario.ruleset());
            ended.complete(new WireEnd.Left(differs));
        }
    }

    @Override
    public void told(Heard.Told heard) {
        Notice notice = heard.notice();
        if (notice instanceof Notice.RoundOpened opened) {
            if (newest.getAndSet(opened.observation()) == null) {
                thread.run(this::play);
            }
        } else if (notice instanceof Notice.OfferChanged
                || notice instanceof Notice.Said
                || notice instanceof Notice.Drafted
                || notice instanceof Notice.ClockChanged
                || notice instanceof Notice.RoundShut
                || notice instanceof Notice.SeatChanged
                || notice instanceof Notice.BriefGiven) {
            tell(turn -> turn.heard(notice));
        } else if (notice instanceof Notice.MatchOver over) {
            ended.complete(new WireEnd.Played(over));
        }
    }

    /** One task takes all that has come by then; after a reconnect every offer of the match is told again. */
    private void tell(Function<BotTurn, @Nullable Wish> telling) {
        told.add(telling);
        if (!listening.getAndSet(true)) {
            thread.run(this::listen);
        }
    }

    @Override
    public void room(Heard.Room heard) {
        table = new Table(heard.seats(), heard.mode());
    }

    @Override
    public void link(Heard.Link heard) {
        if (heard.state() instanceof LinkState.Closed closed) {
            ended.complete(new WireEnd.Left(closed.refusal()));
        } else if (heard.state() instanceof LinkState.TakenOver) {
            ended.complete(new WireEnd.Left(Refusal.of(ClientCode.TAKEN_OVER, "")));
        }
    }

    private void play() {
        Observation observation = newest.getAndSet(null);
        if (observation == null || observation.over() || ended.isDone()) {
            return;
        }
        BotTurn sits = sit(observation.viewer());
        listen();
        // Instruments change hands when a round opens; the server tells who holds them before.
        sits.mandated(mandate(observation.viewer()));
        ask(sits, sits.opened(observation));
    }

    private BotTurn sit(Viewer viewer) {
        BotTurn sits = turn;
        if (sits == null) {
            sits = new BotTurn(
                    factory, BotSeat.seeded(sideOf(viewer), scenario, botSeed, stepsPerRound), mandate(viewer), true);
            turn = sits;
        }
        return sits;
    }

    /** Returns what the bot may do from its seat, as the server has told who sits where. */
    private Mandate mandate(Viewer viewer) {
        Seat given = seat;
        Table told = table;
        return Mandate.of(told.seats(), told.mode(), given == null ? Seat.head(sideOf(viewer)) : given);
    }

    private static Side sideOf(Viewer viewer) {
        return viewer.sees(Side.US) ? Side.US : Side.CN;
    }

    private void listen() {
        listening.set(false);
        BotTurn sits = turn;
        if (sits == null) {
            return;
        }
        for (Function<BotTurn, @Nullable Wish> next = told.poll(); next != null; next = told.poll()) {
            ask(sits, next.apply(sits));
        }
    }

    /** Asks the server for what the bot wants; what it wants next is asked when the answer is there. */
    private void ask(BotTurn sits, @Nullable Wish wish) {
        conduct = sits.conduct();
        SeatClient connection = client;
        if (wish == null || connection == null || ended.isDone()) {
            return;
        }
        var unused = connection
                .does(wish.round(), wish.deed())
                .thenAccept(answer -> tell(asked -> answered(asked, wish, answer)));
    }

    private @Nullable Wish answered(BotTurn sits, Wish wish, Reply<Saved> answer) {
        if (answer instanceof Reply.Refused<Saved> refused) {
            Refusal refusal = refused.refusal();
            if (refusal.retryAfterMillis() == 0) {
                return sits.answered(wish, new Verdict.Rejected(refusal));
            }
            // For as long as the round is open: one without a clock waits for the bot, however long the server
            // cannot save.
            thread.runAfter(refusal.retryAfterMillis(), () -> ask(sits, sits.again(wish)));
            return null;
        }
        return sits.answered(wish, new Verdict.Accepted(Orders.HOLD));
    }
}
