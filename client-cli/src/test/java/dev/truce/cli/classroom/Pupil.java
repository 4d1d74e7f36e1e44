package dev.truce.cli.classroom;

import dev.truce.bot.BotFactory;
import dev.truce.bot.wire.BotThread;
import dev.truce.bot.wire.WireBot;
import dev.truce.bot.wire.WireEnd;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.Notice;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.client.ConnectionOptions;
import dev.truce.protocol.client.Conversation;
import dev.truce.protocol.client.Heard;
import dev.truce.protocol.client.LinkState;
import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.client.Saved;
import dev.truce.protocol.client.SeatClient;
import dev.truce.protocol.client.SeatClient.RoomTicket;
import dev.truce.protocol.client.SeatListener;
import dev.truce.protocol.client.SeatTicket;
import dev.truce.protocol.client.Transport;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A student at a device: enters a class with number and key, and a bot does what he wants. Remembers what he was told. */
public final class Pupil implements SeatListener.ToSome, AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;
    private static final long STEPS = 1_000;

    /** Quick to come back, as a test has no time. */
    private static final Conversation.Waits WAITS = new Conversation.Waits(5_000, 20_000, 50, 500, 120_000);

    private final WireBot bot;
    private final Acks acks;
    private final NettySeatClient client;
    private final List<Noted> heard = new CopyOnWriteArrayList<>();
    private final List<LinkState> links = new CopyOnWriteArrayList<>();
    private volatile @Nullable SeatTicket ticket;

    /**
     * Something that the student was told.
     *
     * @param atNanos when
     */
    public record Noted(long atNanos, Notice notice) {}

    private Pupil(WireBot bot, Acks acks, int port, Transport transport) throws Exception {
        this.bot = bot;
        this.acks = acks;
        ConnectionOptions options = ConnectionOptions.of("127.0.0.1", port, Role.PLAYER, "class-test")
                .withWaits(WAITS);
        this.client = done(NettySeatClient.connect(options, this, transport));
    }

    /**
     * What all students of a class share.
     *
     * @param thread where their bots think
     */
    public record School(Scenario scenario, Acks acks, Transport transport, BotThread thread) {
        /**
         * Sits down before a device.
         *
         * @param seed of the bot and of the time it takes
         * @param port that of the server, or of a cable to it
         */
        public Pupil at(BotFactory factory, long seed, int port) throws Exception {
            WireBot bot = new WireBot(factory, scenario, seed, STEPS, new SlowHands(thread, seed, 20, 250));
            return new Pupil(bot, acks, port, transport);
        }
    }

    private static <T> T done(CompletableFuture<Reply<T>> future) throws Exception {
        Reply<T> answer = future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (answer instanceof Reply.Done<T> done) {
            return done.value();
        }
        throw new AssertionError(answer);
    }

    /** Enters a class. */
    public CompletableFuture<Reply<SeatTicket>> enter(String code, String student, String key) {
        return bot.take(
                new Measured(),
                () -> client.enterClass(code, student, key).thenApply(answer -> {
                    if (answer instanceof Reply.Done<SeatTicket> done) {
                        ticket = done.value();
                    }
                    return answer;
                }));
    }

    /** Enters a class and waits for the seat. */
    public SeatTicket sit(String code, String student, String key) throws Exception {
        return done(enter(code, student, key));
    }

    /** Returns where he sits. */
    public SeatTicket seat() {
        SeatTicket given = ticket;
        if (given == null) {
            throw new IllegalStateException("has no seat");
        }
        return given;
    }

    /** Returns what he was told that fits, oldest first. */
    public <T extends Notice> List<T> heard(Class<T> kind, Predicate<T> fits) {
        return heard.stream()
                .map(Noted::notice)
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(fits)
                .toList();
    }

    /** Returns when a round was opened for him first. */
    public Optional<Long> opened(int round) {
        return heard.stream()
                .filter(each -> each.notice() instanceof Notice.RoundOpened opened
                        && opened.observation().openRound() == round)
                .map(Noted::atNanos)
                .findFirst();
    }

    /** Returns how his connection stood, oldest first. */
    public List<LinkState> links() {
        return links;
    }

    /** Completes when the match is over for him. */
    public CompletableFuture<WireEnd> ended() {
        return bot.ended();
    }

    @Override
    public void hear(Heard told) {
        told.to(this);
        bot.hear(told);
    }

    @Override
    public void told(Heard.Told told) {
        heard.add(new Noted(System.nanoTime(), told.notice()));
    }

    @Override
    public void link(Heard.Link told) {
        links.add(told.state());
    }

    @Override
    public void close() {
        bot.leave();
        client.close();
    }

    /** The same connection, with its deeds measured. */
    private final class Measured implements SeatClient {
        @Override
        public CompletableFuture<Reply<RoomTicket>> createRoom(RoomRequest request) {
            return client.createRoom(request);
        }

        @Override
        public CompletableFuture<Reply<SeatTicket>> join(
                String code, @Nullable Side side, @Nullable Integer number, String name, boolean isBot) {
            return client.join(code, side, number, name, isBot);
        }

        @Override
        public CompletableFuture<Reply<Saved>> does(int round, Deed deed) {
            SeatTicket at = seat();
            return acks.measure(at.matchId(), at.seat(), round, deed, () -> client.does(round, deed));
        }

        @Override
        public CompletableFuture<Reply<Saved>> directs(HostAct act) {
            return client.directs(act);
        }

        @Override
        public int heardOffers() {
            return client.heardOffers();
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
