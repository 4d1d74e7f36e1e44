package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.ServerLimits;
import dev.truce.engine.orders.Refusal;
import dev.truce.match.Notice;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.store.FaultyStore;
import dev.truce.store.FaultyStore.Fault;
import dev.truce.store.sqlite.SqliteStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cap on rooms: those whose match is over make way, oldest first, then those in which nobody is; the others of the same address do not. */
class RoomsMakeWayTest {
    private static final int ROOMS = 5;

    @TempDir
    Path data;

    private final List<RawClient> creators = new ArrayList<>();

    private TruceServer start() throws Exception {
        return start(TestParts.real());
    }

    private TruceServer start(Parts parts) throws Exception {
        return TruceServer.start(
                ServerConfig.embedded(data)
                        .withLimits(ServerLimits.STANDARD.edit().rooms(ROOMS).done()),
                parts);
    }

    private RawClient creator(TruceServer server) throws Exception {
        RawClient creator = RawClient.greeted(server.port(), Role.OBSERVER);
        creators.add(creator);
        return creator;
    }

    private void sendAllAway() throws Exception {
        for (RawClient creator : creators) {
            creator.close();
        }
        creators.clear();
    }

    private static ClientMessage room() {
        return new ClientMessage.CreateRoom(
                RawClient.key(), new RoomRequest("busan-2025", 7L, 1, 0, "hold", "hold", false));
    }

    /** Opens a room and plays its match to the end; the creator goes on looking. */
    private ServerMessage.RoomCreated finished(TruceServer server) throws Exception {
        RawClient creator = creator(server);
        ServerMessage.RoomCreated room = creator.ask(room(), ServerMessage.RoomCreated.class);
        creator.ask(look(room), ServerMessage.Watching.class);
        creator.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
        creator.await(Notice.MatchOver.class, any -> true);
        return room;
    }

    private static ClientMessage look(ServerMessage.RoomCreated room) {
        return new ClientMessage.JoinRoom(RawClient.key(), room.roomCode(), null, "", false);
    }

    private static ServerMessage enter(TruceServer server, ServerMessage.RoomCreated room) throws Exception {
        try (RawClient guest = RawClient.greeted(server.port(), Role.OBSERVER)) {
            return guest.ask(look(room));
        }
    }

    private static void isClosed(TruceServer server, ServerMessage.RoomCreated room) throws Exception {
        assertThat(enter(server, room))
                .isInstanceOfSatisfying(
                        ServerMessage.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(ConnectionCode.UNKNOWN_CODE));
    }

    private static void canBeEntered(TruceServer server, ServerMessage.RoomCreated room) throws Exception {
        assertThat(enter(server, room)).isInstanceOf(ServerMessage.Watching.class);
    }

    @Test
    void finishedRoomsMakeWayAndThoseInWhichSomebodyIsDoNotAlsoAfterARestart() throws Exception {
        List<ServerMessage.RoomCreated> finished = new ArrayList<>();
        try (TruceServer server = start()) {
            for (int i = 0; i < ROOMS; i++) {
                finished.add(finished(server));
            }
            for (ServerMessage.RoomCreated room : finished) {
                canBeEntered(server, room);
            }
            ServerMessage.RoomCreated next = creator(server).ask(room(), ServerMessage.RoomCreated.class);
            canBeEntered(server, next);
            isClosed(server, finished.get(0));
            canBeEntered(server, finished.get(1));
            sendAllAway();
        }
        try (TruceServer server = start()) {
            isClosed(server, finished.get(0));
            canBeEntered(server, finished.get(1));
            for (int i = 1; i < ROOMS; i++) {
                creator(server).ask(room(), ServerMessage.RoomCreated.class);
                isClosed(server, finished.get(i));
            }
            Refusal refused = creator(server).refused(room());
            assertThat(refused.code()).isEqualTo(ConnectionCode.RETRY);
            assertThat(refused.retryAfterMillis()).isPositive();
            sendAllAway();
        }
        try (TruceServer server = start()) {
            // One in which nobody is makes way.
            creator(server).ask(room(), ServerMessage.RoomCreated.class);
            assertThat(TestParts.uncaught(server)).isZero();
            sendAllAway();
        }
    }

    @Test
    void whoIsInARoomThatMakesWayStaysAndComesBack() throws Exception {
        try (TruceServer server = start();
                RawClient player = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient again = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.RoomCreated room = player.ask(
                    new ClientMessage.CreateRoom(
                            RawClient.key(), new RoomRequest("busan-2025", 7L, 1, 0, null, "hold", false)),
                    ServerMessage.RoomCreated.class);
            String token = player.join(room.roomCode(), "Ann").token();
            player.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
            player.ask(
                    new ClientMessage.Do(room.matchId(), 1, RawClient.key(), new Deed.Ready(true, 0)),
                    ServerMessage.Saved.class);
            player.await(Notice.MatchOver.class, any -> true);
            for (int i = 0; i < ROOMS; i++) {
                creator(server).ask(room(), ServerMessage.RoomCreated.class);
            }
            isClosed(server, room);
            player.ask(new ClientMessage.Ping(1), ServerMessage.Pong.class);
            again.ask(new ClientMessage.Resume(token, 0), ServerMessage.Resumed.class);
            again.await(Notice.MatchOver.class, any -> true);
            sendAllAway();
        }
    }

    @Test
    void aMatchWhoseRoomMakesWayLeavesMemoryAndIsNotReadAgain() throws Exception {
        AtomicReference<FaultyStore> store = new AtomicReference<>();
        Parts parts = TestParts.real().withStore(directory -> {
            store.set(new FaultyStore(SqliteStore.open(directory), Fault.NONE, 0));
            return store.get();
        });
        try (TruceServer server = start(parts)) {
            for (int i = 0; i < 3 * ROOMS; i++) {
                finished(server);
                sendAllAway();
            }
        }
        assertThat(store.get().read()).isEmpty();
    }
}
