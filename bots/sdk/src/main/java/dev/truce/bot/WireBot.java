package dev.truce.bot;

import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Notice;
import dev.truce.protocol.client.Answer;
import dev.truce.protocol.client.LinkState;
import dev.truce.protocol.client.Refusal;
import dev.truce.protocol.client.Saved;
import dev.truce.protocol.client.SeatClient;
import dev.truce.protocol.client.SeatListener;
import dev.truce.protocol.client.SeatTicket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A bot in a seat on a server: decides when a round opens, seals the orders, says ready. A round is decided once; when it
 * is told to the seat again, after a reconnect, the same orders are sealed again. Of rounds that opened while the bot was
 * thinking only the newest is decided.
 *
 * <p>Give it to the connection as its listener, then {@link #join}. Thread-safe; the bot itself runs on its own thread.
 */
public final class WireBot implements SeatListener {
    /** How often a request is repeated that the server was too busy for; then the round goes by without it. */
    static final int MOST_TRIES = 8;

    private final BotFactory factory;
    private final Scenario scenario;
    private final long botSeed;
    private final long stepsPerRound;
    private final BotThread thread;
    private final CompletableFuture<WireEnd> ended = new CompletableFuture<>();
    private final AtomicReference<@Nullable Observation> newest = new AtomicReference<>();
    private volatile @Nullable SeatClient client;

    // What follows is touched by the bot's thread only; `conduct` is its published copy.
    private @Nullable SeatedBot seated;
    private @Nullable Kept kept;
    private int savedRound;
    private volatile Conduct conduct = new Conduct(0, List.of());

    /** What the bot decided for a round. */
    private record Kept(int round, Orders orders) {}

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
        this.factory = factory;
        this.scenario = scenario;
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
    public CompletableFuture<Answer<SeatTicket>> join(SeatClient connection, String code, @Nullable Side side) {
        client = connection;
        return connection.join(code, side, factory.name(), true);
    }

    /** Completes when the match is over or the bot is out of it. */
    public CompletableFuture<WireEnd> ended() {
        return ended.copy();
    }

    /** Returns how the bot has behaved so far. */
    public Conduct conduct() {
        return conduct;
    }

    @Override
    public void onMatch(String matchId, String scenarioId, String scenarioHash, String ruleset) {
        if (!scenarioHash.equals(scenario.hash()) || !ruleset.equals(scenario.ruleset())) {
            ended.complete(new WireEnd.Left(
                    "SCENARIO_DIFFERS",
                    "the match plays " + scenarioId + " " + scenarioHash + " under " + ruleset + ", the bot knows "
                            + scenario.id() + " " + scenario.hash() + " under " + scenario.ruleset()));
        }
    }

    @Override
    public void onNotice(Notice notice, long deadlineUnixMillis) {
        if (notice instanceof Notice.RoundOpened opened) {
            if (newest.getAndSet(opened.observation()) == null) {
                thread.run(this::play);
            }
        } else if (notice instanceof Notice.MatchOver over) {
            ended.complete(new WireEnd.Played(over));
        }
    }

    @Override
    public void onLink(LinkState state) {
        if (state instanceof LinkState.Closed closed) {
            ended.complete(new WireEnd.Left(closed.code(), closed.reason()));
        } else if (state instanceof LinkState.TakenOver) {
            ended.complete(new WireEnd.Left("TAKEN_OVER", "the seat was opened elsewhere"));
        }
    }

    private void play() {
        Observation observation = newest.getAndSet(null);
        if (observation == null || observation.over() || ended.isDone()) {
            return;
        }
        Kept decided = kept;
        int round = observation.openRound();
        if (decided == null || decided.round() < round) {
            SeatedBot bot = bot(observation.viewer());
            decided = new Kept(round, bot.decide(observation));
            kept = decided;
            conduct = bot.conduct();
        }
        if (decided.round() == round) {
            seal(decided, 1);
        }
    }

    private SeatedBot bot(Viewer viewer) {
        SeatedBot bot = seated;
        if (bot == null) {
            Side side = viewer.sees(Side.US) ? Side.US : Side.CN;
            bot = new SeatedBot(factory, BotSeat.seeded(side, scenario, botSeed, stepsPerRound));
            seated = bot;
        }
        return bot;
    }

    private void seal(Kept decided, int attempt) {
        SeatClient connection = client;
        if (connection == null || decided != kept || ended.isDone()) {
            return;
        }
        var unused = connection
                .submit(decided.round(), decided.orders())
                .thenAccept(answer -> thread.run(() -> sealed(decided, attempt, answer)));
    }

    private void sealed(Kept decided, int attempt, Answer<Saved> answer) {
        if (answer instanceof Answer.Refused<Saved> refused) {
            Refusal refusal = refused.refusal();
            if (refusal.retryAfterMillis() > 0) {
                if (attempt < MOST_TRIES) {
                    thread.runAfter(refusal.retryAfterMillis(), () -> seal(decided, attempt + 1));
                }
            } else if (isAboutOrders(refusal.code())) {
                report(Fault.illegal(decided.round(), refusal.code(), refusal.detail()));
                if (decided == kept && !decided.orders().isHold()) {
                    Kept held = new Kept(decided.round(), Orders.HOLD);
                    kept = held;
                    seal(held, 1);
                }
            } else if (refusal.code().equals(RefusalCode.STALE_ROUND.name()) && savedRound < decided.round()) {
                report(Fault.late(decided.round(), refusal.code(), refusal.detail()));
            }
        } else if (decided == kept) {
            savedRound = decided.round();
            ready(decided, 1);
        }
    }

    private void ready(Kept decided, int attempt) {
        SeatClient connection = client;
        if (connection == null || decided != kept || ended.isDone()) {
            return;
        }
        // A refusal that is not about load means that the round has closed by itself, which is as good.
        var unused = connection.ready(decided.round(), true).thenAccept(answer -> {
            if (answer instanceof Answer.Refused<Saved> refused
                    && refused.refusal().retryAfterMillis() > 0
                    && attempt < MOST_TRIES) {
                thread.runAfter(refused.refusal().retryAfterMillis(), () -> ready(decided, attempt + 1));
            }
        });
    }

    private void report(Fault fault) {
        SeatedBot bot = seated;
        if (bot != null) {
            bot.report(fault);
            conduct = bot.conduct();
        }
    }

    private static boolean isAboutOrders(String code) {
        for (RefusalCode known : RefusalCode.values()) {
            if (known.compareTo(RefusalCode.TOO_MANY_ORDERS) >= 0
                    && known.name().equals(code)) {
                return true;
            }
        }
        return false;
    }
}
