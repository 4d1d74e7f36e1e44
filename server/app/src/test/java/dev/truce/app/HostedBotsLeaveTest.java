package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.net.connection.ClientConnection;
import dev.truce.bots.minds.Searcher;
import dev.truce.engine.board.Side;
import dev.truce.match.Notice;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.store.FaultyStore;
import dev.truce.store.FaultyStore.Fault;
import dev.truce.store.sqlite.SqliteStore;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What hosted bots remember goes when nobody needs it any more. */
@Isolated("It counts the searchers of the whole process.")
class HostedBotsLeaveTest {
    @TempDir
    Path data;

    private static long searchers() throws Exception {
        return instances(Searcher.class);
    }

    /** Returns how many objects of a class the virtual machine cannot collect; it collects what it can before it counts. */
    private static long instances(Class<?> type) throws Exception {
        String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        return histogram
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(line -> line.length > 3 && line[3].equals(type.getName()))
                .mapToLong(line -> Long.parseLong(line[1]))
                .sum();
    }

    private static double hosted(TruceServer server) {
        return server.registry().get("truce.hosted").gauge().value();
    }

    @Test
    void twoSearchersAreForgottenWhenTheirMatchIsOverThoughSomebodyStillWatches() throws Exception {
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real());
                RawClient creator = RawClient.greeted(server.port(), Role.OMNISCIENT)) {
            ServerMessage.RoomCreated room = creator.createRoom(3, 0, "search", "search");
            creator.ask(
                    new ClientMessage.JoinRoom(RawClient.key(), room.roomCode(), null, "", false),
                    ServerMessage.Watching.class);
            creator.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
            creator.await(Notice.MatchOver.class, any -> true);
            await().untilAsserted(() -> assertThat(searchers()).isZero());
            assertThat(hosted(server)).isZero();
        }
    }

    @Test
    void aSearcherStaysAsLongAsItsMatch() throws Exception {
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real());
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.RoomCreated room = us.createRoom(1, 0, null, "search");
            us.join(room.roomCode(), "Ann");
            us.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
            us.await(Notice.SeatStatus.class, status -> status.seat().side() == Side.CN && status.ready());
            assertThat(searchers()).isEqualTo(1);
            assertThat(hosted(server)).isEqualTo(1);
            us.play(room.matchId(), Side.US, 1);
            us.await(Notice.MatchOver.class, any -> true);
            await().untilAsserted(() -> assertThat(searchers()).isZero());
            assertThat(hosted(server)).isZero();
        }
    }

    @Test
    void botsLeaveAMatchThatCannotBeSavedAnyMore() throws Exception {
        AtomicReference<FaultyStore> store = new AtomicReference<>();
        Parts parts = TestParts.real().withStore(directory -> {
            // Opened, joined, started, and then the disk is full.
            store.set(new FaultyStore(SqliteStore.open(directory), Fault.THROWS_BEFORE, 4));
            store.get().stayClosed(true);
            return store.get();
        });
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), parts);
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.RoomCreated room = us.createRoom(3, 0, null, "hold");
            us.join(room.roomCode(), "Ann");
            us.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
            await().until(() -> store.get().writes() >= 4);
            await().untilAsserted(() -> assertThat(hosted(server)).isZero());
        }
    }

    @Test
    void botsLeaveMemoryWithTheirMatchAndComeBackWithIt() throws Exception {
        HandTimers timers = new HandTimers();
        AtomicLong ticks = new AtomicLong();
        Parts parts = TestParts.real().withTimers(timers).withTicker(ticks::get);
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), parts)) {
            String token;
            String matchId;
            try (RawClient us = RawClient.greeted(server.port(), Role.PLAYER)) {
                ServerMessage.RoomCreated room = us.createRoom(1, 0, null, "search");
                matchId = room.matchId();
                token = us.join(room.roomCode(), "Ann").token();
                us.ask(new ClientMessage.Direct(matchId, new HostAct.Start(), 0), ServerMessage.Saved.class);
                us.await(Notice.SeatStatus.class, status -> status.seat().side() == Side.CN && status.ready());
            }
            await().until(() -> server.registry().get("truce.accepted").gauge().value() == 0);
            await().until(() -> {
                ticks.addAndGet(Duration.ofMinutes(20).toNanos());
                timers.pass(5_000);
                return hosted(server) == 0;
            });
            await().untilAsserted(() -> assertThat(searchers()).isZero());
            try (RawClient us = RawClient.greeted(server.port(), Role.PLAYER)) {
                us.ask(new ClientMessage.Resume(token, 0), ServerMessage.Resumed.class);
                assertThat(hosted(server)).isEqualTo(1);
                us.play(matchId, Side.US, 1);
                us.await(Notice.MatchOver.class, any -> true);
                await().untilAsserted(() -> assertThat(hosted(server)).isZero());
            }
            // A finished match needs neither bots nor memory; those who come back for the debrief find all of it.
            await().until(() -> inMemory(server) == 0);
            try (RawClient us = RawClient.greeted(server.port(), Role.PLAYER)) {
                us.ask(new ClientMessage.Resume(token, 0), ServerMessage.Resumed.class);
                us.await(Notice.MatchOver.class, any -> true);
                assertThat(hosted(server)).isZero();
            }
            await().until(() -> inMemory(server) == 0);
            // Nor does the timer of a connection that waited for a place.
            await().untilAsserted(
                            () -> assertThat(instances(ClientConnection.class)).isZero());
        }
    }

    private static double inMemory(TruceServer server) {
        return server.registry()
                .get("cache.size")
                .tag("cache", "matches")
                .gauge()
                .value();
    }

    @Test
    void aRoomThatWasStartedAfterARestartHasEachBotOnce() throws Exception {
        String token;
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real());
                RawClient creator = RawClient.greeted(server.port(), Role.OMNISCIENT)) {
            token = creator.createRoom(3, 0, "tft", "hawk").token();
        }
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real());
                RawClient creator = RawClient.greeted(server.port(), Role.OMNISCIENT)) {
            ServerMessage.Resumed back = creator.ask(new ClientMessage.Resume(token, 0), ServerMessage.Resumed.class);
            creator.ask(
                    new ClientMessage.JoinRoom(RawClient.key(), back.roomCode(), null, "", false),
                    ServerMessage.Watching.class);
            creator.ask(new ClientMessage.Direct(back.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
            creator.await(Notice.MatchOver.class, any -> true);
            assertThat(server.registry().get("truce.bot.decision").timer().count())
                    .as("decisions of two bots in three rounds")
                    .isEqualTo(6);
        }
    }

    @Test
    void theSameMatchIsPlayedWhateverElseTheServerThinksAbout() throws Exception {
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real())) {
            String alone;
            try (RawClient one = started(server)) {
                alone = one.await(Notice.MatchOver.class, any -> true).recordText();
            }
            try (RawClient first = started(server);
                    RawClient second = started(server);
                    RawClient third = started(server)) {
                for (RawClient crowded : new RawClient[] {first, second, third}) {
                    assertThat(crowded.await(Notice.MatchOver.class, any -> true)
                                    .recordText())
                            .isEqualTo(alone);
                }
            }
        }
    }

    private static RawClient started(TruceServer server) throws Exception {
        RawClient creator = RawClient.greeted(server.port(), Role.OMNISCIENT);
        ServerMessage.RoomCreated room = creator.createRoom(4, 0, "search", "negotiator");
        creator.ask(
                new ClientMessage.JoinRoom(RawClient.key(), room.roomCode(), null, "", false),
                ServerMessage.Watching.class);
        creator.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
        return creator;
    }
}
