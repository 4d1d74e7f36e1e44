package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.ServerLimits;
import dev.truce.app.net.connection.DisconnectCause;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that ask for much and never read. */
class NeverReadTest {
    private static final int RECEIVE_BYTES = 4 * 1024;
    private static final int ASKED = 48;
    private static final long BUDGET = 512 * 1024;

    @TempDir
    Path data;

    int clients() {
        return 50;
    }

    @Test
    void theServersBytesAreBoundedAndReadersStay() throws Exception {
        ServerConfig config = ServerConfig.embedded(data)
                .withLimits(ServerLimits.STANDARD.edit().heldBytes(BUDGET).done());
        List<RawClient> deaf = new ArrayList<>();
        try (TruceServer server = TruceServer.start(config, TestParts.real());
                RawClient reader = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.RoomCreated room = reader.createRoom(4, 0, null, "hold");
            reader.join(room.roomCode(), "Ann");
            ClientMessage wanted = new ClientMessage.ReadScenario(room.matchId());
            int length =
                    reader.ask(wanted, ServerMessage.ScenarioText.class).text().length();
            // Together they ask for several times what may be held, each for less than one connection may have.
            assertThat((long) clients() * ASKED * length).isGreaterThan(4 * BUDGET);
            for (int i = 0; i < clients(); i++) {
                RawClient one = new RawClient(server.port(), RECEIVE_BYTES).hello(Role.OBSERVER);
                one.ask(
                        new ClientMessage.JoinRoom(RawClient.key(), room.roomCode(), null, "", false),
                        ServerMessage.Watching.class);
                deaf.add(one);
            }
            // The first answers fill the kernel's buffers; what comes then the server has to keep, until it is more
            // than it may.
            for (int i = 0; i < ASKED; i++) {
                for (RawClient one : deaf) {
                    ask(one, wanted);
                }
                reader.ask(new ClientMessage.Ping(i), ServerMessage.Pong.class);
            }
            await().untilAsserted(() -> {
                assertThat(TestParts.ends(server, DisconnectCause.SLOW_READER)).isPositive();
                assertThat(held(server)).isLessThanOrEqualTo(BUDGET);
            });
            reader.ask(new ClientMessage.Ping(1), ServerMessage.Pong.class);
            assertThat(TestParts.uncaught(server)).isZero();
            for (RawClient one : deaf) {
                one.close();
            }
            await().until(() -> held(server) == 0);
        }
    }

    /** Asks and does not listen; whom the server has cut can ask nothing more. */
    private static void ask(RawClient deaf, ClientMessage wanted) {
        try {
            deaf.send(wanted);
        } catch (IOException cut) {
            assertThat(cut).isInstanceOf(java.net.SocketException.class);
        }
    }

    private static double held(TruceServer server) {
        return server.registry().get("truce.held").gauge().value();
    }
}
