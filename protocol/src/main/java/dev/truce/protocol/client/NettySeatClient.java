package dev.truce.protocol.client;

import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.client.SeatClient.RoomTicket;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.protocol.message.ServerMessage;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A seat's connection over TCP. After a loss it tries again by itself, at random times that grow further apart, until the
 * patience of its options ends; every request then waits, and is sent again with the same key. Futures complete on the
 * thread that also calls the listener.
 */
public final class NettySeatClient implements SeatClient {
    /** Nobody may guess the key of a request whose answer carries a secret. */
    private static final SecureRandom KEYS = new SecureRandom();

    private static final int KEY_BYTES = 16;

    private final NettyLine line;
    private final Conversation conversation;

    private NettySeatClient(NettyLine line) {
        this.line = line;
        this.conversation = line.conversation();
    }

    /**
     * Connects and says hello.
     *
     * @return the client, or why there is none: a code of the server, or {@code UNREACHABLE}
     */
    public static CompletableFuture<Reply<NettySeatClient>> connect(ConnectionOptions options, SeatListener listener) {
        return connect(options, listener, null);
    }

    /**
     * Connects and says hello, on threads that the caller shares among clients.
     *
     * @param transport threads, or null for one of the client's own
     */
    public static CompletableFuture<Reply<NettySeatClient>> connect(
            ConnectionOptions options, SeatListener listener, @Nullable Transport transport) {
        return open(options, null, listener, transport, (client, place) -> client);
    }

    /**
     * Connects and opens a place again, also one that another process had.
     *
     * @return client and place, or why there is none, for example {@code BAD_TOKEN}
     */
    public static CompletableFuture<Reply<Resumption>> resume(
            ConnectionOptions options, ResumeTicket ticket, SeatListener listener, @Nullable Transport transport) {
        return open(options, ticket, listener, transport, Resumption::new);
    }

    /**
     * A client that is back at its place.
     *
     * @param client the client
     * @param place where it is
     */
    public record Resumption(NettySeatClient client, OpenPlace place) {
        private Resumption(NettySeatClient client, Conversation.Place place) {
            this(client, new OpenPlace(place.matchId(), place.roomCode(), place.seat(), place.viewer()));
        }
    }

    private interface Opening<T> {
        T of(NettySeatClient client, Conversation.Place place);
    }

    private static <T> CompletableFuture<Reply<T>> open(
            ConnectionOptions options,
            @Nullable ResumeTicket ticket,
            SeatListener listener,
            @Nullable Transport transport,
            Opening<T> opening) {
        NettyLine line = new NettyLine(
                options, ticket, listener, transport == null ? Transport.start(1) : transport, transport == null);
        NettySeatClient client = new NettySeatClient(line);
        line.loop().execute(line::connect);
        return line.opened().thenApply(answer -> {
            if (answer instanceof Reply.Refused<Conversation.Place> refused) {
                return new Reply.Refused<T>(refused.refusal());
            }
            Conversation.Place place = ((Reply.Done<Conversation.Place>) answer).value();
            return new Reply.Done<>(opening.of(client, place));
        });
    }

    /** Returns the address of the page that the server names for browsers, with a slash at its end; empty if it names none. */
    public String pageUrl() {
        return conversation.pageUrl();
    }

    @Override
    public CompletableFuture<Reply<RoomTicket>> createRoom(RoomRequest wish) {
        ClientMessage body = new ClientMessage.CreateRoom(key(), wish);
        return ask(
                place -> body,
                message -> message instanceof ServerMessage.RoomCreated created
                        ? new Reply.Done<>(new RoomTicket(created.roomCode(), created.matchId()))
                        : null);
    }

    @Override
    public CompletableFuture<Reply<SeatTicket>> join(
            String code, @Nullable Side side, @Nullable Integer seat, String name, boolean bot) {
        ClientMessage body = new ClientMessage.JoinRoom(key(), code, side, name, bot, seat);
        return ask(place -> body, SeatTicket::of);
    }

    /**
     * Takes one's seat in a class.
     *
     * @param code code of the class, any case
     * @param student number or name, as the class list has it
     * @param studentKey the student's key
     * @return refused with {@code ROOM_FULL} while there is no seat, with {@code SEAT_HELD} and a delay while a desk has not admitted this
     *     device
     */
    public CompletableFuture<Reply<SeatTicket>> enterClass(String code, String student, String studentKey) {
        ClientMessage body = new ClientMessage.OfClass(new ClassRequest.Enter(key(), code, student, studentKey));
        return ask(place -> body, SeatTicket::of);
    }

    /** Wants something of a class; for connections of role INSTRUCTOR. */
    public CompletableFuture<Reply<ClassNews>> asks(ClassRequest request) {
        ClientMessage body = new ClientMessage.OfClass(request);
        return ask(
                place -> body,
                message -> message instanceof ServerMessage.OfClass told ? new Reply.Done<>(told.news()) : null);
    }

    /** Returns a key that nobody can guess, for a request that may be sent again. */
    public static String newKey() {
        return key();
    }

    /**
     * Takes a place among the observers; for connections of role OBSERVER or OMNISCIENT.
     *
     * @param code room code, any case
     */
    public CompletableFuture<Reply<WatchTicket>> watch(String code) {
        ClientMessage body = new ClientMessage.JoinRoom(key(), code, null, "", false);
        return ask(place -> body, NettySeatClient::watching);
    }

    /**
     * Takes a place among the observers of a table; for connections of role OBSERVER.
     *
     * @param code code of the class, any case
     * @param table its number, from 1
     * @param deskKey for a class that lets nobody else watch, or empty
     */
    public CompletableFuture<Reply<WatchTicket>> watch(String code, int table, String deskKey) {
        ClientMessage body = new ClientMessage.OfClass(new ClassRequest.Watch(key(), code, table, deskKey));
        return ask(place -> body, NettySeatClient::watching);
    }

    private static @Nullable Reply<WatchTicket> watching(ServerMessage message) {
        return message instanceof ServerMessage.Watching watching
                ? new Reply.Done<>(new WatchTicket(watching.matchId(), watching.roomCode(), watching.viewer()))
                : null;
    }

    @Override
    public CompletableFuture<Reply<Saved>> does(int round, Deed deed) {
        String key = key();
        return ask(place -> new ClientMessage.Do(place.matchId(), round, key, deed), NettySeatClient::saved);
    }

    @Override
    public CompletableFuture<Reply<Saved>> directs(HostAct act) {
        // One number for the wish, however often it is sent.
        long number = 1 + (UUID.randomUUID().getMostSignificantBits() >>> 2);
        return ask(place -> new ClientMessage.Direct(place.matchId(), act, number), NettySeatClient::saved);
    }

    @Override
    public CompletableFuture<Reply<Saved>> callForHelp(String text) {
        return ask(place -> new ClientMessage.OfClass(new ClassRequest.CallForHelp(text)), NettySeatClient::saved);
    }

    @Override
    public int heardOffers() {
        return conversation.heardOffers();
    }

    private static @Nullable Reply<Saved> saved(ServerMessage message) {
        return message instanceof ServerMessage.Saved saved
                ? new Reply.Done<>(new Saved(saved.round(), saved.orders(), saved.savedUnixMillis()))
                : null;
    }

    /** Asks for the scenario that the room plays; may be asked once there is a place in it. */
    public CompletableFuture<Reply<ScenarioTicket>> scenario() {
        return ask(
                place -> new ClientMessage.ReadScenario(place.matchId()),
                message -> message instanceof ServerMessage.ScenarioText scenario
                        ? new Reply.Done<>(
                                new ScenarioTicket(scenario.scenarioId(), scenario.scenarioHash(), scenario.text()))
                        : null);
    }

    @Override
    public void close() {
        onLoop(conversation::close);
    }

    /** Asks on the conversation's thread, since what is asked may depend on the place. */
    private <T> CompletableFuture<Reply<T>> ask(
            Function<Conversation.Place, ClientMessage> body, Function<ServerMessage, @Nullable Reply<T>> reader) {
        CompletableFuture<Reply<T>> answer = new CompletableFuture<>();
        boolean asked = onLoop(() -> {
            Conversation.Place place = conversation.place();
            ClientMessage message = body.apply(place);
            if (place.matchId().isEmpty() && needsMatch(message)) {
                answer.complete(new Reply.Refused<>(
                        Refusal.of(RefusalCode.UNKNOWN_MATCH, "").because("refused.unknown_match.none")));
                return;
            }
            conversation.ask(new Request<>(message, reader, new Request.Caller<T>() {
                @Override
                public void answered(Reply<T> reply) {
                    answer.complete(reply);
                }

                @Override
                public void closed() {
                    answer.completeExceptionally(new CancellationException("the client was closed"));
                }
            }));
        });
        if (!asked) {
            answer.complete(new Reply.Refused<>(conversation.ending()));
        }
        return answer;
    }

    private static boolean needsMatch(ClientMessage message) {
        return !(message instanceof ClientMessage.CreateRoom
                || message instanceof ClientMessage.JoinRoom
                || message instanceof ClientMessage.OfClass);
    }

    private boolean onLoop(Runnable task) {
        try {
            line.loop().execute(task);
            return true;
        } catch (RejectedExecutionException ended) {
            // The threads are gone, and with them the connection.
            return false;
        }
    }

    private static String key() {
        byte[] key = new byte[KEY_BYTES];
        KEYS.nextBytes(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    /**
     * A place in a room that was opened again.
     *
     * @param matchId the match
     * @param code the room's code
     * @param seat the seat, or null for an observer or a creator without a seat
     * @param viewer what is seen from there
     */
    public record OpenPlace(
            String matchId, String code, @Nullable Seat seat, Viewer viewer) {
        /** Returns the side of the seat, or null. */
        public @Nullable Side side() {
            return seat == null ? null : seat.side();
        }
    }

    /**
     * What a room plays. All of it is what the server says: compare the hash of the parsed text before anything is played by it.
     *
     * @param id id of the scenario
     * @param hash hash of its parsed values, 64 hex digits
     * @param text the scenario file
     */
    public record ScenarioTicket(String id, String hash, String text) {}

    /**
     * A place among the observers.
     *
     * @param matchId the match
     * @param code the room's code
     * @param viewer what will be seen
     */
    public record WatchTicket(String matchId, String code, Viewer viewer) {}
}
