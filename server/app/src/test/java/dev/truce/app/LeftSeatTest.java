package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.truce.app.config.ServerConfig;
import dev.truce.app.http.Assets;
import dev.truce.match.Occupant;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.store.sqlite.SqliteStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People take the seats of a room and are gone before its match begins. */
class LeftSeatTest {
    @TempDir
    Path data;

    private final HandTimers timers = new HandTimers();

    private TruceServer start() throws Exception {
        return TruceServer.start(
                ServerConfig.embedded(data),
                new Parts(
                        TestParts.CATALOGUE,
                        SqliteStore::open,
                        timers,
                        Clock.systemUTC(),
                        Ticker.systemTicker(),
                        Assets.none()));
    }

    /** Waits until the owner was told that a person is there, or is there no more: before, she has a seat and is not there yet. */
    private static void await(RawClient owner, String name, boolean isThere) throws IOException {
        List<Occupant> seats;
        do {
            seats = owner.awaitMessage(ServerMessage.RoomChanged.class).seats();
        } while (seats.stream().noneMatch(seat -> seat.name().equals(name) && seat.connected() == isThere));
    }

    private static ClientMessage asks(String code, String name) {
        return new ClientMessage.JoinRoom(RawClient.key(), code, null, name, false);
    }

    @Test
    void theirSeatsAreFreeAgainAfterAWhileForThoseWhoComeToPlay() throws Exception {
        try (TruceServer server = start();
                RawClient owner = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient ann = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient bo = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient late = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.RoomCreated room = owner.createRoom(4, 0, null, null);
            List<String> tokens = new ArrayList<>();
            for (String name : List.of("Eve", "Mallory")) {
                try (RawClient gone = RawClient.greeted(server.port(), Role.PLAYER)) {
                    tokens.add(gone.join(room.roomCode(), name).token());
                    await(owner, name, true);
                }
                await(owner, name, false);
            }
            timers.pass(29_000);
            assertThat(ann.refused(asks(room.roomCode(), "Ann")).code()).isEqualTo(ConnectionCode.ROOM_FULL);
            timers.pass(1_000);
            ann.join(room.roomCode(), "Ann");
            bo.join(room.roomCode(), "Bo");
            assertThat(late.refused(asks(room.roomCode(), "Cy")).code())
                    .as("those who are there keep their seats")
                    .isEqualTo(ConnectionCode.ROOM_FULL);
            for (String token : tokens) {
                try (RawClient gone = RawClient.greeted(server.port(), Role.PLAYER)) {
                    assertThat(gone.refused(new ClientMessage.Resume(token, 0)).code())
                            .isEqualTo(ConnectionCode.BAD_TOKEN);
                }
            }
            owner.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
        }
    }

    @Test
    void whoComesBackBeforeAnotherWantsTheSeatHasItStill() throws Exception {
        String code;
        String token;
        try (TruceServer server = start();
                RawClient owner = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient bo = RawClient.greeted(server.port(), Role.PLAYER)) {
            code = owner.createRoom(4, 0, null, null).roomCode();
            try (RawClient ann = RawClient.greeted(server.port(), Role.PLAYER)) {
                token = ann.join(code, "Ann").token();
            }
            bo.join(code, "Bo");
        }
        try (TruceServer server = start();
                RawClient ann = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient late = RawClient.greeted(server.port(), Role.PLAYER)) {
            assertThat(late.refused(asks(code, "Cy")).code())
                    .as("after a restart all have the time to come back")
                    .isEqualTo(ConnectionCode.ROOM_FULL);
            timers.pass(600_000);
            ann.ask(new ClientMessage.Resume(token, 0), ServerMessage.Resumed.class);
            late.join(code, "Cy");
            assertThat(ann.ask(new ClientMessage.Ping(1))).isInstanceOf(ServerMessage.Pong.class);
        }
    }
}
