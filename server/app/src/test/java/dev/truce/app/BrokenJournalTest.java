package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.ServerLimits;
import dev.truce.app.config.StartException;
import dev.truce.match.Notice;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.store.FaultyStore;
import dev.truce.store.sqlite.SqliteStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose journal is not as it was written. */
class BrokenJournalTest {
    @TempDir
    Path data;

    private record Table(String matchId, String code, String token) {}

    private TruceServer start() throws StartException {
        return start(ServerConfig.embedded(data));
    }

    private static TruceServer start(ServerConfig config) throws StartException {
        return TruceServer.start(config, TestParts.real());
    }

    private static Table begun(TruceServer server, String name) throws Exception {
        try (RawClient us = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.RoomCreated room = us.createRoom(2, 0, null, "hold");
            String token = us.join(room.roomCode(), name).token();
            us.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
            return new Table(room.matchId(), room.roomCode(), token);
        }
    }

    private void change(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("truce.db"));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    private void isRefusedAndAllOthersGoOn(Table broken, Table whole, int entry) throws Exception {
        try (TruceServer server = start();
                RawClient back = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient watcher = RawClient.greeted(server.port(), Role.OBSERVER);
                RawClient other = RawClient.greeted(server.port(), Role.PLAYER)) {
            HttpProbe.Answer health = HttpProbe.get(server.port(), "/health");
            assertThat(health.status()).isEqualTo(503);
            assertThat(health.body())
                    .contains("\"status\":\"journal broken\"")
                    .contains("{\"match\":\"" + broken.matchId + "\",\"entry\":" + entry + "}");
            assertThat(server.registry().get("truce.journal.broken").gauge().value())
                    .isEqualTo(1);
            for (ServerMessage answer : List.of(
                    back.ask(new ClientMessage.Resume(broken.token, 0)),
                    watcher.ask(new ClientMessage.JoinRoom(RawClient.key(), broken.code, null, "", false)))) {
                assertThat(answer).isInstanceOfSatisfying(ServerMessage.Refused.class, refused -> {
                    assertThat(refused.refusal().code()).isEqualTo(ConnectionCode.JOURNAL_BROKEN);
                    assertThat(refused.refusal().text())
                            .contains(broken.matchId)
                            .contains("entry " + entry);
                });
            }
            other.ask(new ClientMessage.Resume(whole.token, 0), ServerMessage.Resumed.class);
            for (int round = 1; round <= 2; round++) {
                other.ask(
                        new ClientMessage.Do(whole.matchId, round, RawClient.key(), new Deed.Ready(true, 0)),
                        ServerMessage.Saved.class);
                // The bot of the other side may still be thinking.
                other.await(Notice.RoundResolved.class, any -> true);
            }
            other.await(Notice.MatchOver.class, any -> true);
        }
        try (TruceServer server = start()) {
            assertThat(HttpProbe.get(server.port(), "/health").body()).contains("\"entry\":" + entry + "}");
        }
    }

    @Test
    void aMatchWithAMissingEntryIsRefusedByNameAndAllOthersGoOn() throws Exception {
        Table broken;
        Table whole;
        try (TruceServer server = start()) {
            broken = begun(server, "Ann");
            whole = begun(server, "Bo");
        }
        change("DELETE FROM event WHERE seq = 3 AND stream = '" + broken.matchId + "'");
        isRefusedAndAllOthersGoOn(broken, whole, 3);
    }

    @Test
    void aMatchWithAFlippedBitIsRefusedByNameAndAllOthersGoOn() throws Exception {
        Table broken;
        Table whole;
        try (TruceServer server = start()) {
            broken = begun(server, "Ann");
            whole = begun(server, "Bo");
        }
        change("UPDATE event SET payload = zeroblob(length(payload)) WHERE seq = 2 AND stream = '" + broken.matchId
                + "'");
        isRefusedAndAllOthersGoOn(broken, whole, 2);
    }

    @Test
    void theRoomOfABrokenMatchMakesWay() throws Exception {
        Table broken;
        try (TruceServer server = start()) {
            broken = begun(server, "Ann");
            begun(server, "Bo");
        }
        change("DELETE FROM event WHERE seq = 3 AND stream = '" + broken.matchId + "'");
        try (TruceServer server = start(ServerConfig.embedded(data)
                        .withLimits(ServerLimits.STANDARD.edit().rooms(2).done()));
                RawClient creator = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient late = RawClient.greeted(server.port(), Role.PLAYER)) {
            creator.createRoom(2, 0, null, "hold");
            ClientMessage another = new ClientMessage.CreateRoom(
                    RawClient.key(), new RoomRequest("busan-2025", 7L, 2, 0, null, "hold", false));
            assertThat(late.refused(another).code()).isEqualTo(ConnectionCode.RETRY);
        }
    }

    @Test
    void aNumberThatAClientSendsAccusesNothing() throws Exception {
        for (long number : new long[] {2, 1_000, Integer.MAX_VALUE, Long.MAX_VALUE}) {
            try (TruceServer server = start()) {
                Table table = begun(server, "Ann");
                HttpProbe.Answer health = HttpProbe.get(server.port(), "/health");
                assertThat(health.status()).isEqualTo(200);
                try (RawClient us = RawClient.greeted(server.port(), Role.PLAYER);
                        RawClient again = RawClient.greeted(server.port(), Role.PLAYER)) {
                    String token = us.ask(new ClientMessage.Resume(table.token, number), ServerMessage.Resumed.class)
                            .token();
                    us.claims(number);
                    us.ask(new ClientMessage.Ping(number), ServerMessage.Pong.class);
                    assertThat(HttpProbe.get(server.port(), "/health").body()).isEqualTo(health.body());
                    again.ask(new ClientMessage.Resume(token, 1), ServerMessage.Resumed.class);
                    assertThat(again.ask(
                                    new ClientMessage.Do(table.matchId, 1, RawClient.key(), new Deed.Ready(true, 0))))
                            .as("the match goes on")
                            .isInstanceOf(ServerMessage.Saved.class);
                }
            }
        }
    }

    @Test
    void aLostEndStopsTheStartUntilItIsAccepted() throws Exception {
        Table table;
        Path before = Files.createTempDirectory(data, "before");
        try (TruceServer server = start()) {
            table = begun(server, "Ann");
            for (String file : List.of("truce.db", "truce.db-wal")) {
                Files.copy(data.resolve(file), before.resolve(file));
            }
            begun(server, "Bo");
        }
        for (String file : List.of("truce.db", "truce.db-wal")) {
            Files.copy(before.resolve(file), data.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        assertThatThrownBy(this::start)
                .isInstanceOfSatisfying(
                        StartException.class,
                        e -> assertThat(e.code()).isEqualTo(StartException.Code.JOURNAL_TRUNCATED));
        ServerConfig accepting = ServerConfig.embedded(data).withAcceptLoss(true);
        try (TruceServer server = start(accepting);
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER)) {
            us.ask(new ClientMessage.Resume(table.token, 1_000), ServerMessage.Resumed.class);
            assertThat(HttpProbe.get(server.port(), "/health").status())
                    .as("the loss is known")
                    .isEqualTo(200);
            for (int round = 1; round <= 2; round++) {
                us.ask(
                        new ClientMessage.Do(table.matchId, round, RawClient.key(), new Deed.Ready(true, 0)),
                        ServerMessage.Saved.class);
            }
            assertThat(us.await(Notice.MatchOver.class, any -> true).recordText())
                    .contains("[Loss \"accepted\"]");
        }
        start().close();
    }

    @Test
    void aRoomWhoseOpeningNobodyKnewToBeSavedIsEnteredByItsCode() throws Exception {
        AtomicReference<FaultyStore> store = new AtomicReference<>();
        Parts parts = TestParts.real().withStore(directory -> {
            FaultyStore faulty = new FaultyStore(SqliteStore.open(directory), FaultyStore.Fault.THROWS_AFTER, 1);
            store.set(faulty);
            return faulty;
        });
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), parts);
                RawClient creator = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient other = RawClient.greeted(server.port(), Role.PLAYER)) {
            ClientMessage wish = new ClientMessage.CreateRoom(
                    RawClient.key(), new RoomRequest("busan-2025", 1L, 2, 0, null, "hold", false));
            assertThat(creator.refused(wish).code()).isEqualTo(ConnectionCode.RETRY);
            assertThat(store.get().durable()).isNotEmpty();
            ServerMessage answer = creator.ask(wish);
            while (answer instanceof ServerMessage.Refused refused
                    && refused.refusal().code() == ConnectionCode.RETRY) {
                answer = creator.ask(wish);
            }
            assertThat(answer).isInstanceOf(ServerMessage.RoomCreated.class);
            assertThat(other.join(((ServerMessage.RoomCreated) answer).roomCode(), "Ann"))
                    .isNotNull();
        }
    }
}
