package dev.truce.bot;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.protocol.client.Answer;
import dev.truce.protocol.client.LinkState;
import dev.truce.protocol.client.Refusal;
import dev.truce.protocol.client.Saved;
import dev.truce.protocol.client.SeatClient;
import dev.truce.protocol.client.SeatListener;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.protocol.message.Occupant;
import dev.truce.protocol.message.SeedNotice;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A bot in a seat on a server: decides when a round opens, makes the offer, seals the orders, says ready. An offer that the other
 * side makes in the round, before or after, is accepted if the rule of the decision says so; then the bot is ready again. A
 * round is decided once; when it is told to the seat again, after a reconnect, the same orders are sealed again. Of rounds
 * that opened while the bot was thinking only the newest is decided. In a minister's seat it does what its {@link Mandate} allows:
 * orders what it holds, or puts its decision before its head as a draft and votes on the drafts of others.
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
    private final Queue<Notice> talks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean listening = new AtomicBoolean();
    private final Queue<Notice.Drafted> drafts = new ConcurrentLinkedQueue<>();
    private volatile @Nullable SeatClient client;
    private volatile @Nullable Seat seat;
    private volatile Table table = new Table(List.of(), null);
    private volatile SeedNotice seed = SeedNotice.DRAWN;

    // What follows is written by the bot's thread only; `conduct` is its published copy.
    private volatile @Nullable Sitting sitting;
    private @Nullable Plan plan;
    private volatile Conduct conduct = new Conduct(0, List.of());

    /** The bot in its seat, known with the first observation. */
    private record Sitting(SeatedBot bot, HeardOffers heard, Mandate mandate) {}

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
        return join(connection, code, side, null, factory.name());
    }

    /**
     * The same for a certain seat of a delegation.
     *
     * @param number wished number of the seat, 0 for the head, or null for any vacant one
     * @param name how others see it; in a room no two may have the same name
     */
    public CompletableFuture<Answer<SeatTicket>> join(
            SeatClient connection, String code, @Nullable Side side, @Nullable Integer number, String name) {
        client = connection;
        return connection.join(code, side, number, name, true).thenApply(answer -> {
            if (answer instanceof Answer.Done<SeatTicket> done) {
                seat = done.value().seat();
            }
            return answer;
        });
    }

    /** Completes when the match is over or the bot is out of it. */
    public CompletableFuture<WireEnd> ended() {
        return ended.copy();
    }

    /** Returns how the bot has behaved so far. */
    public Conduct conduct() {
        return conduct;
    }

    /** What the room has told about its seed so far. */
    public SeedNotice seed() {
        return seed;
    }

    @Override
    public void onSeed(SeedNotice told) {
        seed = told;
    }

    /** Lets the bot go, also while it thinks; call it when {@link #ended} has completed or the match is given up. */
    public void leave() {
        Sitting sits = sitting;
        if (sits != null) {
            sits.bot().leave();
        }
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
        } else if (notice instanceof Notice.OfferChanged || notice instanceof Notice.Said) {
            talks.add(notice);
            // One task takes all that has come by then; after a reconnect every offer of the match is told again.
            if (!listening.getAndSet(true)) {
                thread.run(this::listen);
            }
        } else if (notice instanceof Notice.Drafted drafted) {
            drafts.add(drafted);
            thread.run(this::vote);
        } else if (notice instanceof Notice.MatchOver over) {
            ended.complete(new WireEnd.Played(over));
        }
    }

    @Override
    public void onRoom(String roomCode, List<Occupant> seats, @Nullable DelegationMode mode) {
        table = new Table(seats, mode);
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
        Sitting sits = sit(observation.viewer());
        listen();
        Plan decided = plan;
        int round = observation.openRound();
        if (decided == null || decided.round() < round) {
            decided = new Plan(
                    round,
                    sits.mandate()
                            .within(sits.bot().decide(observation, sits.heard().talks(round))));
            plan = decided;
            conduct = sits.bot().conduct();
        }
        if (decided.round() == round) {
            pursue(decided);
        }
    }

    /** Goes through all of a round's requests, or notes that this is to be done when the one that is under way is answered. */
    private void pursue(Plan decided) {
        if (decided.isAsking()) {
            decided.toldAgain();
        } else {
            deal(decided, 1);
        }
    }

    private Sitting sit(Viewer viewer) {
        Sitting sits = sitting;
        if (sits == null) {
            Side side = viewer.sees(Side.US) ? Side.US : Side.CN;
            Seat given = seat;
            BotSeat seeded = BotSeat.seeded(side, scenario, botSeed, stepsPerRound);
            Table told = table;
            sits = new Sitting(
                    new SeatedBot(factory, seeded),
                    new HeardOffers(side),
                    Mandate.of(told.seats(), told.mode(), given == null ? Seat.head(side) : given));
            sitting = sits;
        }
        return sits;
    }

    /** Takes note of what became of offers, and looks again at the round if there is something new to judge. */
    private void listen() {
        listening.set(false);
        Sitting sits = sitting;
        if (sits == null) {
            return;
        }
        boolean isNew = false;
        for (Notice next = talks.poll(); next != null; next = talks.poll()) {
            if (next instanceof Notice.OfferChanged changed) {
                isNew |= sits.heard().take(changed);
            } else if (next instanceof Notice.Said said) {
                sits.heard().take(said);
            }
        }
        Plan decided = plan;
        if (isNew && decided != null && decided.isSealed()) {
            if (decided.isAsking()) {
                decided.toldAgain();
            } else {
                judge(decided, 1);
            }
        }
    }

    /** Carries out the dealings that come before the offer. */
    private void deal(Plan decided, int attempt) {
        Deed next = decided.nextDealing();
        if (next == null) {
            offer(decided, 1);
        } else {
            deal(decided, attempt, next, this::deal);
        }
    }

    private void deal(Plan decided, int attempt, Deed next, Step then) {
        if (attempt > 1 || decided.dealing()) {
            ask(decided, attempt, client -> client.does(decided.round(), next), then, answer -> {
                decided.dealt();
                if (answer instanceof Answer.Refused<Saved> refused) {
                    undone(decided, refused.refusal());
                }
                then.run(decided, 1);
            });
        }
    }

    private void offer(Plan decided, int attempt) {
        Terms terms = decided.decision().offer();
        if (terms == null || decided.isOffered()) {
            seal(decided, 1);
        } else if (attempt > 1 || decided.offering()) {
            ask(
                    decided,
                    attempt,
                    client -> client.does(
                            decided.round(),
                            new Deed.MakeOffer(terms, decided.decision().answers())),
                    this::offer,
                    answer -> {
                        decided.offered();
                        if (answer instanceof Answer.Refused<Saved> refused) {
                            undone(decided, refused.refusal());
                        }
                        seal(decided, 1);
                    });
        }
    }

    private void undone(Plan decided, Refusal refusal) {
        for (RefusalCode known : RefusalCode.values()) {
            if (known.name().equals(refusal.code()) && BotFault.isIllegalDealing(known)) {
                report(BotFault.illegal(decided.round(), refusal.code(), refusal.detail()));
            }
        }
    }

    /** Seals what the seat decides, or drafts where its head decides; a minister who decides nothing is ready. */
    private void seal(Plan decided, int attempt) {
        Mandate mandate = mandate();
        if (!mandate.seals() && !mandate.drafts()) {
            decided.sealed();
            judge(decided, 1);
            return;
        }
        Function<SeatClient, CompletableFuture<Answer<Saved>>> request = mandate.seals()
                ? client -> client.submit(decided.round(), mandate.own(decided.orders()))
                : client -> client.does(decided.round(), Deed.PutDraft.of(decided.orders()));
        ask(decided, attempt, request, this::seal, answer -> {
            if (answer instanceof Answer.Done<Saved>) {
                decided.sealed();
                judge(decided, 1);
                vote();
            } else if (answer instanceof Answer.Refused<Saved> refused) {
                unsealed(decided, refused.refusal());
            }
        });
    }

    private void unsealed(Plan decided, Refusal refusal) {
        if (decided.isSealed() && refusal.code().equals(RefusalCode.WRONG_PHASE.name())) {
            // Sealed too often, after as many reconnects; what was sealed first stands.
            judge(decided, 1);
        } else if (isAboutOrders(refusal.code())) {
            report(BotFault.illegal(decided.round(), refusal.code(), refusal.detail()));
            if (decided.holds()) {
                seal(decided, 1);
            }
        } else if (refusal.code().equals(RefusalCode.STALE_ROUND.name()) && !decided.isSealed()) {
            report(BotFault.late(decided.round(), refusal.code(), refusal.detail()));
        }
    }

    /** Accepts what the decision names, then the other side's offer of the round if its rule says so, then is ready. */
    private void judge(Plan decided, int attempt) {
        Sitting sits = sitting;
        if (sits == null || decided != plan) {
            return;
        }
        Deed next = decided.nextDealing();
        if (next != null) {
            deal(decided, attempt, next, this::judge);
            return;
        }
        Offer offered = sits.heard().lastOf(decided.round());
        if (offered == null || decided.hasJudged(offered)) {
            ready(decided, attempt, sits.heard().count());
            return;
        }
        boolean accepts = sits.mandate().deals()
                && offered.isOpen()
                && sits.bot().accepts(decided.round(), decided.decision(), offered);
        conduct = sits.bot().conduct();
        if (!accepts) {
            settle(decided, sits, offered);
            return;
        }
        ask(
                decided,
                attempt,
                client -> client.does(decided.round(), new Deed.Accept(offered.id(), offered.hash())),
                this::judge,
                answer -> {
                    // A refusal means that it is not open any more, or that another was accepted: both are as good.
                    settle(decided, sits, offered);
                });
    }

    /** The offer is judged; what the bot orders now that it has heard it takes the place of what it ordered before. */
    private void settle(Plan decided, Sitting sits, Offer offered) {
        decided.judged(offered);
        Orders orders = sits.bot().ordersAfter(decided.round(), decided.decision(), offered);
        conduct = sits.bot().conduct();
        if (orders == null) {
            judge(decided, 1);
        } else {
            decided.order(orders);
            seal(decided, 1);
        }
    }

    private void ready(Plan decided, int attempt, int heardOffers) {
        // A refusal that is not about load means that the round has closed by itself, or that an offer is on its way.
        ask(
                decided,
                attempt,
                client -> client.does(decided.round(), new Deed.Ready(true, heardOffers)),
                this::judge,
                answer -> {});
    }

    /** Is for a draft that orders what the bot would order itself, and against any other, once it has put its own forward. */
    private void vote() {
        Plan decided = plan;
        if (decided == null || !decided.isSealed() || !mandate().drafts()) {
            return;
        }
        for (Notice.Drafted draft = drafts.poll(); draft != null; draft = drafts.poll()) {
            if (draft.round() == decided.round()
                    && !draft.seat().equals(mandate().seat())) {
                vote(decided, draft);
            }
        }
    }

    /** Votes without waiting for the answer: a refusal means that the draft is gone, or the round, or that the server is busy. */
    private void vote(Plan decided, Notice.Drafted draft) {
        SeatClient connection = client;
        if (connection != null) {
            var unused = connection.does(
                    draft.round(),
                    new Deed.Vote(draft.seat().number(), draft.orders().equals(decided.orders())));
        }
    }

    private Mandate mandate() {
        Sitting sits = sitting;
        if (sits == null) {
            throw new IllegalStateException("a mandate before the first observation");
        }
        return sits.mandate();
    }

    private interface Step {
        void run(Plan decided, int attempt);
    }

    /** Asks for something on behalf of the present plan, and again if the server is too busy for it. */
    private void ask(
            Plan decided,
            int attempt,
            Function<SeatClient, CompletableFuture<Answer<Saved>>> request,
            Step again,
            Consumer<Answer<Saved>> answered) {
        SeatClient connection = client;
        if (connection == null || decided != plan || ended.isDone()) {
            return;
        }
        decided.asking(true);
        var unused = request.apply(connection)
                .thenAccept(answer -> thread.run(() -> {
                    if (answer instanceof Answer.Refused<Saved> refused
                            && refused.refusal().retryAfterMillis() > 0
                            && attempt < MOST_TRIES) {
                        thread.runAfter(refused.refusal().retryAfterMillis(), () -> again.run(decided, attempt + 1));
                        return;
                    }
                    decided.asking(false);
                    boolean tooBusy = answer instanceof Answer.Refused<Saved> refused
                            && refused.refusal().retryAfterMillis() > 0;
                    if (!tooBusy) {
                        answered.accept(answer);
                    }
                    if (!decided.isAsking() && decided.looksAgain()) {
                        deal(decided, 1);
                    }
                }));
    }

    private void report(BotFault fault) {
        Sitting sits = sitting;
        if (sits != null) {
            sits.bot().report(fault);
            conduct = sits.bot().conduct();
        }
    }

    private static boolean isAboutOrders(String code) {
        for (RefusalCode known : RefusalCode.values()) {
            if (known.compareTo(RefusalCode.TOO_MANY_ORDERS) >= 0
                    && known.compareTo(RefusalCode.CONFLICTING_ORDERS) <= 0
                    && known.name().equals(code)) {
                return true;
            }
        }
        return false;
    }
}
