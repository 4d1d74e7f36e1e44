package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.truce.app.config.ServerConfig;
import dev.truce.match.deed.Deed;
import dev.truce.protocol.codec.ClientFrames;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.v2.ClientEnvelope;
import dev.truce.protocol.wire.Frames;
import dev.truce.protocol.wire.Mutator;
import dev.truce.protocol.wire.RandomMessages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever comes in on the port: a coded answer or a close, never an exception that nobody had expected. */
class GarbageTest {
    private static final int CONNECTIONS = 1_500;
    private static final int MESSAGES = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path data;

    private interface Maker {
        byte[] make(Random random) throws IOException;
    }

    private static final String UPGRADE = "GET /ws HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\n"
            + "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";

    private static byte[] noise(Random random, int most) {
        byte[] bytes = new byte[1 + random.nextInt(most)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] conversation(Random random) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<ClientMessage> messages = List.of(
                new ClientMessage.Hello("test", "1", Role.PLAYER),
                new ClientMessage.CreateRoom(
                        RawClient.key(), new RoomRequest("busan-2025", 1L, 2, 0, "hold", null, true)),
                new ClientMessage.Ping(7),
                new ClientMessage.ReadScenario("m-1"),
                new ClientMessage.JoinRoom(RawClient.key(), "ABCDEFGH", null, "Ann", false),
                new ClientMessage.Do("m-1", 1, RawClient.key(), new Deed.Submit(List.of())),
                new ClientMessage.Resume("t".repeat(43), 0));
        for (int i = 0; i <= random.nextInt(messages.size()); i++) {
            ClientFrames.toWire(new ClientFrame(Wire.PROTO_VERSION, "", i + 1, 0, messages.get(i)))
                    .writeDelimitedTo(bytes);
        }
        return bytes.toByteArray();
    }

    /** A client that says anything that the schema has, in any order, and last something that it has not. */
    private static byte[] anything(Random random) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ClientFrames.toWire(new ClientFrame(
                        Wire.PROTO_VERSION,
                        "",
                        1,
                        0,
                        new ClientMessage.Hello("test", "1", anyOf(random, Role.values()))))
                .writeDelimitedTo(bytes);
        RandomMessages messages = new RandomMessages(random);
        List<FieldDescriptor> bodies = RandomMessages.bodies(ClientEnvelope.getDescriptor());
        for (int i = 0; i < MESSAGES; i++) {
            messages.client(bodies.get(random.nextInt(bodies.size()))).toBuilder()
                    .setProtoVersion(Wire.PROTO_VERSION)
                    .setRuleset("")
                    .build()
                    .writeDelimitedTo(bytes);
        }
        byte[] last = messages.client(bodies.get(random.nextInt(bodies.size()))).toByteArray();
        bytes.writeBytes(Frames.framed(new Mutator(random, List.of()).mutate(last, last)));
        return bytes.toByteArray();
    }

    private static <T> T anyOf(Random random, T[] of) {
        return of[random.nextInt(of.length)];
    }

    private static byte[] flipped(Random random, byte[] bytes) {
        for (int i = 0; i <= random.nextInt(4); i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(first);
        bytes.writeBytes(second);
        return bytes.toByteArray();
    }

    @Test
    void noBytesBreakTheServer() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real())) {
            byte[] upgrade = String.format(UPGRADE, server.port()).getBytes(StandardCharsets.US_ASCII);
            List<Maker> makers = List.of(
                    r -> noise(r, 400),
                    r -> flipped(r, conversation(r)),
                    GarbageTest::anything,
                    r -> joined(conversation(r), noise(r, 100)),
                    r -> joined("GET ".getBytes(StandardCharsets.US_ASCII), noise(r, 200)),
                    r -> flipped(r, upgrade.clone()),
                    r -> joined(upgrade, noise(r, 200)),
                    r -> joined(new byte[] {22, 3, 1}, noise(r, 200)),
                    r -> joined(
                            "POST /health HTTP/1.1\r\nContent-Length: ".getBytes(StandardCharsets.US_ASCII),
                            noise(r, 50)));
            for (int i = 0; i < CONNECTIONS; i++) {
                byte[] bytes = makers.get(i % makers.size()).make(random);
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                    int cut = random.nextInt(bytes.length);
                    socket.getOutputStream().write(bytes, 0, cut);
                    socket.getOutputStream().flush();
                    socket.getOutputStream().write(bytes, cut, bytes.length - cut);
                } catch (IOException closedByServer) {
                    // As good an answer as any.
                }
            }
            // A socket is connected before the server has accepted it, so the last ones may still be on their way.
            await().atMost(PATIENCE)
                    .until(() -> server.registry()
                                            .get("truce.connections")
                                            .counter()
                                            .count()
                                    == CONNECTIONS
                            && server.registry().get("truce.accepted").gauge().value() == 0);
            assertThat(TestParts.uncaught(server)).as("seed %d", seed).isZero();
            assertThat(server.registry().get("truce.frames.received").counter().count())
                    .as("frames that were acted upon")
                    .isGreaterThan(CONNECTIONS);
            try (RawClient client = RawClient.greeted(server.port(), Role.PLAYER)) {
                client.ask(new ClientMessage.Ping(1), ServerMessage.Pong.class);
            }
        }
    }
}
