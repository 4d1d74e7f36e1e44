package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.ServerConfig;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who fills a room with observers keeps nobody out, and no seat is touched. */
class ObserverPlacesTest {
    private static final int PLACES = 128;

    @TempDir
    Path data;

    private static RawClient watcher(int port, String code) throws IOException {
        RawClient one = RawClient.greeted(port, Role.OBSERVER);
        one.ask(new ClientMessage.JoinRoom(RawClient.key(), code, null, "", false), ServerMessage.Watching.class);
        return one;
    }

    @Test
    void theOldestObserverOfTheAddressMakesRoom() throws Exception {
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real());
                RawClient seated = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.RoomCreated room = seated.createRoom(2, 0, null, null);
            seated.join(room.roomCode(), "Ann");
            List<RawClient> watchers = new ArrayList<>();
            for (int i = 0; i < PLACES + 2; i++) {
                watchers.add(watcher(server.port(), room.roomCode()));
            }
            for (RawClient oldest : watchers.subList(0, 2)) {
                oldest.awaitMessage(ServerMessage.TakenOver.class);
                assertThat(oldest.isClosedByServer()).isTrue();
            }
            seated.ask(new ClientMessage.Ping(1), ServerMessage.Pong.class);
            watchers.get(2).ask(new ClientMessage.Ping(1), ServerMessage.Pong.class);
            watchers.get(PLACES + 1).ask(new ClientMessage.Ping(1), ServerMessage.Pong.class);
            for (RawClient one : watchers) {
                one.close();
            }
            assertThat(TestParts.uncaught(server)).isZero();
        }
    }
}
