package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.match.Notice;
import dev.truce.match.deed.Deed;
import dev.truce.protocol.codec.ClientFrames;
import dev.truce.protocol.codec.ServerFrames;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.v2.ServerEnvelope;
import dev.truce.protocol.wire.Frames;
import dev.truce.story.bundles.Bundles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A client without any cleverness: blocking, one thread, sends what it is told and keeps what it hears. */
final class RawClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 15_000;

    /** Loads classes before a connection waits: a server gives the hello some seconds, in which a slow machine may not load them. */
    @SuppressWarnings("unused")
    private static final byte[] LOADED = ClientFrames.toWire(
                    new ClientFrame(Wire.PROTO_VERSION, "", 1, 0, new ClientMessage.Ping(1)))
            .toByteArray();

    private final Socket socket;
    private final Deque<ServerFrame> heard = new ArrayDeque<>();
    private final List<ServerFrame> events = new ArrayList<>();
    private final List<byte[]> bytes = new ArrayList<>();
    private final Map<Side, Integer> heardOffers = new EnumMap<>(Side.class);
    private long requests;
    private int version = Wire.PROTO_VERSION;
    private String ruleset = "";

    RawClient(int port) throws IOException {
        this(port, 0);
    }

    /** A client at another address of this machine's loop. */
    RawClient(int port, InetAddress from) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port, from, 0);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
    }

    /** @param receiveBytes size of the kernel's receive buffer, 0 for the usual */
    RawClient(int port, int receiveBytes) throws IOException {
        socket = new Socket();
        if (receiveBytes > 0) {
            socket.setReceiveBufferSize(receiveBytes);
        }
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
    }

    static RawClient greeted(int port, Role role) throws IOException {
        return new RawClient(port).hello(role);
    }

    RawClient hello(Role role) throws IOException {
        ask(new ClientMessage.Hello("test", "1", role), ServerMessage.Welcome.class);
        return this;
    }

    /** Says from now on that it is made for another version and ruleset. */
    void speak(int otherVersion, String otherRuleset) {
        version = otherVersion;
        ruleset = otherRuleset;
    }

    /** Returns how many frames it has sent. */
    long sent() {
        return requests;
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    ServerMessage.RoomCreated createRoom(int rounds, long windowMillis, @Nullable String us, @Nullable String cn)
            throws IOException {
        return ask(
                new ClientMessage.CreateRoom(
                        key(), new RoomRequest("busan-2025", 7L, rounds, windowMillis, us, cn, true)),
                ServerMessage.RoomCreated.class);
    }

    ServerMessage.Seated join(String code, String name) throws IOException {
        return ask(new ClientMessage.JoinRoom(key(), code, null, name, false), ServerMessage.Seated.class);
    }

    long send(ClientMessage body) throws IOException {
        long id = ++requests;
        send(new ClientFrame(version, ruleset, id, 0, body));
        return id;
    }

    /** In one piece: a server that closes may do so after the first byte, and the rest would meet a closed connection. */
    private void send(ClientFrame frame) throws IOException {
        sendBytes(Frames.bytes(List.of(ClientFrames.toWire(frame))));
    }

    /** Says that it has heard all events that it was sent. */
    void acknowledge() throws IOException {
        claims(events.stream().mapToLong(ServerFrame::seq).max().orElse(0));
    }

    /** Says in a ping that it has heard all events up to a number. */
    void claims(long last) throws IOException {
        send(new ClientFrame(version, ruleset, ++requests, last, new ClientMessage.Ping(1)));
    }

    Refusal refused(ClientMessage body) throws IOException {
        Refusal refusal = ask(body, ServerMessage.Refused.class).refusal();
        assertThat(refusal.text()).as("sentence of %s", refusal).isEqualTo(Bundles.inEnglish(refusal));
        assertThat(refusal.text())
                .as("key of %s", refusal)
                .isNotEqualTo(refusal.saying("").facts());
        return refusal;
    }

    void sendBytes(byte... bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    <T extends ServerMessage> T ask(ClientMessage body, Class<T> expected) throws IOException {
        ServerMessage answer = ask(body);
        if (!expected.isInstance(answer)) {
            throw new AssertionError("expected " + expected.getSimpleName() + ", got " + answer);
        }
        return expected.cast(answer);
    }

    /** Is ready with a round whatever the other side offers, and again after each of its offers, until the round is resolved. */
    Notice.RoundResolved play(String matchId, Side own, int round) throws IOException {
        ready(matchId, own, round);
        while (true) {
            Notice notice = await(Notice.class, any -> true);
            if (notice instanceof Notice.RoundResolved resolved
                    && resolved.view().round() == round) {
                return resolved;
            } else if (notice instanceof Notice.OfferChanged changed
                    && changed.round() == round
                    && changed.offer().maker() != own) {
                ready(matchId, own, round);
            }
        }
    }

    /** Is ready with a round if it is still open. */
    void ready(String matchId, Side own, int round) throws IOException {
        ServerMessage answer =
                ask(new ClientMessage.Do(matchId, round, key(), new Deed.Ready(true, heardOffersOf(own.other()))));
        while (answer instanceof ServerMessage.Refused refused
                && refused.refusal().code() == RefusalCode.UNHEARD_OFFER) {
            int there = Integer.parseInt(refused.refusal().legal());
            while (heardOffersOf(own.other()) < there) {
                heard.add(read());
            }
            answer = ask(new ClientMessage.Do(matchId, round, key(), new Deed.Ready(true, heardOffersOf(own.other()))));
        }
        if (answer instanceof ServerMessage.Refused refused
                && refused.refusal().code() != RefusalCode.STALE_ROUND
                && refused.refusal().code() != RefusalCode.WRONG_PHASE) {
            throw new AssertionError("not ready: " + refused);
        }
    }

    private int heardOffersOf(Side maker) {
        return heardOffers.getOrDefault(maker, 0);
    }

    ServerMessage ask(ClientMessage body) throws IOException {
        long id = send(body);
        while (true) {
            ServerFrame frame = read();
            if (frame.replyTo() == id) {
                return frame.body();
            }
            heard.add(frame);
        }
    }

    /** Returns the next frame that is no answer. */
    ServerFrame next() throws IOException {
        ServerFrame waiting = heard.poll();
        return waiting != null ? waiting : read();
    }

    /** Reads until a notice of a kind comes that fits. */
    <T extends Notice> T await(Class<T> kind, Predicate<T> fits) throws IOException {
        while (true) {
            ServerFrame frame = next();
            if (frame.seq() > 0) {
                events.add(frame);
            }
            if (frame.body() instanceof ServerMessage.Told told
                    && kind.isInstance(told.notice())
                    && fits.test(kind.cast(told.notice()))) {
                return kind.cast(told.notice());
            }
        }
    }

    <T extends ServerMessage> T awaitMessage(Class<T> kind) throws IOException {
        while (true) {
            ServerFrame frame = next();
            if (frame.seq() > 0) {
                events.add(frame);
            }
            if (kind.isInstance(frame.body())) {
                return kind.cast(frame.body());
            }
        }
    }

    /** Returns the events that were awaited so far. */
    List<ServerFrame> events() {
        return events;
    }

    /** Returns the bytes of every frame that was read so far. */
    List<byte[]> bytes() {
        return bytes;
    }

    long lastSeq() {
        return events.isEmpty() ? 0 : events.get(events.size() - 1).seq();
    }

    private ServerFrame read() throws IOException {
        ServerEnvelope wire = ServerEnvelope.parseDelimitedFrom(socket.getInputStream());
        if (wire == null) {
            throw new IOException("the server has closed the connection");
        }
        bytes.add(wire.toByteArray());
        try {
            ServerFrame frame = ServerFrames.toGame(wire);
            if (frame.body() instanceof ServerMessage.Told told
                    && told.notice() instanceof Notice.OfferChanged changed) {
                heardOffers.merge(changed.offer().maker(), changed.offer().id().number(), Math::max);
            } else if (frame.body() instanceof ServerMessage.Resumed resumed && resumed.seat() != null) {
                heardOffers.put(resumed.seat().side().other(), resumed.heardOffers());
            }
            return frame;
        } catch (UnreadableException e) {
            throw new IOException(e);
        }
    }

    /** Returns whether the server has closed the connection, reading whatever comes before. */
    boolean isClosedByServer() {
        try {
            while (true) {
                heard.add(read());
            }
        } catch (IOException closed) {
            return !(closed instanceof java.net.SocketTimeoutException);
        }
    }

    Deque<ServerFrame> heard() {
        return heard;
    }

    Socket socket() {
        return socket;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
