package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.classroom.ServedProcess;
import dev.truce.match.Notice;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.client.FreePort;
import dev.truce.protocol.codec.ClientFrames;
import dev.truce.protocol.codec.ServerFrames;
import dev.truce.protocol.codec.table.UnreadableException;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ClosingCause;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.v2.ServerEnvelope;
import dev.truce.protocol.wire.Frames;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of its own that gets SIGTERM while a match is played, and is started again. */
class DrainedServerTest {
    private static final int WINDOW_MILLIS = 600_000;

    @TempDir
    private Path folder = Path.of("");

    /** Speaks the protocol, one request after the other. */
    private static final class Client implements AutoCloseable {
        private final Socket socket;
        private long requests;

        Client(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(15_000);
            ask(new ClientMessage.Hello("test", "1", Role.PLAYER), ServerMessage.Welcome.class);
        }

        <T extends ServerMessage> T ask(ClientMessage body, Class<T> expected) throws IOException {
            long id = ++requests;
            ClientFrame frame = new ClientFrame(Wire.PROTO_VERSION, "", id, 0, body);
            socket.getOutputStream().write(Frames.bytes(List.of(ClientFrames.toWire(frame))));
            ServerFrame answer = read();
            while (answer.replyTo() != id) {
                answer = read();
            }
            return expected.cast(answer.body());
        }

        <T extends ServerMessage> T await(Class<T> kind) throws IOException {
            ServerMessage body = read().body();
            while (!kind.isInstance(body)) {
                body = read().body();
            }
            return kind.cast(body);
        }

        private ServerFrame read() throws IOException {
            try {
                return ServerFrames.toGame(ServerEnvelope.parseDelimitedFrom(socket.getInputStream()));
            } catch (UnreadableException e) {
                throw new IOException(e);
            }
        }

        boolean isAtEnd() throws IOException {
            return socket.getInputStream().read() < 0;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void aServerThatIsTerminatedTellsItsPeopleAndTheMatchGoesOnWithTheTimeThatItHad() throws Exception {
        int port = FreePort.next();
        try (ServedProcess served = new ServedProcess(folder, folder.resolve("data"), port)) {
            String token;
            String matchId;
            String key = UUID.randomUUID().toString();
            try (Client us = new Client(port)) {
                ServerMessage.RoomCreated room = us.ask(
                        new ClientMessage.CreateRoom(
                                UUID.randomUUID().toString(),
                                new RoomRequest("busan-2025", 7L, 3, WINDOW_MILLIS, null, "hold", false)),
                        ServerMessage.RoomCreated.class);
                matchId = room.matchId();
                token = us.ask(
                                new ClientMessage.JoinRoom(
                                        UUID.randomUUID().toString(), room.roomCode(), null, "Ann", false),
                                ServerMessage.Seated.class)
                        .token();
                us.ask(new ClientMessage.Direct(matchId, new HostAct.Start(), 0), ServerMessage.Saved.class);
                us.ask(new ClientMessage.Do(matchId, 1, key, new Deed.Submit(List.of())), ServerMessage.Saved.class);
                assertThat(served.stopAndStart()).as("exit code").isZero();
                assertThat(us.await(ServerMessage.Closing.class).cause()).isEqualTo(ClosingCause.SHUTTING_DOWN);
                assertThat(us.isAtEnd()).isTrue();
            }
            try (Client us = new Client(port)) {
                us.ask(new ClientMessage.Resume(token, 0), ServerMessage.Resumed.class);
                us.ask(new ClientMessage.Do(matchId, 1, key, new Deed.Submit(List.of())), ServerMessage.Saved.class);
                us.ask(
                        new ClientMessage.Do(matchId, 1, UUID.randomUUID().toString(), new Deed.Ready(true, 0)),
                        ServerMessage.Saved.class);
                ServerMessage.Told told = us.await(ServerMessage.Told.class);
                while (!(told.notice() instanceof Notice.RoundResolved)) {
                    told = us.await(ServerMessage.Told.class);
                }
            }
            assertThat(served.stop()).as("exit code").isZero();
        }
    }
}
