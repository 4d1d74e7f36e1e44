package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.StartException;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.match.Notice;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.store.Batch;
import dev.truce.store.Entry;
import dev.truce.store.FaultyStore;
import dev.truce.store.StoreException;
import dev.truce.store.StoredRoom;
import dev.truce.store.sqlite.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
    @TempDir
    Path data;

    private final HandTimers timers = new HandTimers();

    private TruceServer start() throws StartException {
        return TruceServer.start(ServerConfig.embedded(data), TestParts.real().withTimers(timers));
    }

    private static ServerMessage.Resumed resume(RawClient client, String token, long lastSeq) throws Exception {
        return client.ask(new ClientMessage.Resume(token, lastSeq), ServerMessage.Resumed.class);
    }

    /** Returns how many milliseconds are left by the server's own word. */
    private static long left(RawClient client, long deadlineUnixMillis) throws Exception {
        ServerMessage.Pong pong = client.ask(new ClientMessage.Ping(1), ServerMessage.Pong.class);
        return deadlineUnixMillis - pong.serverUnixMillis();
    }

    @Test
    void theMatchGoesOnWhereItWasAndNobodyHearsAnythingTwice() throws Exception {
        String usToken;
        String cnToken;
        String matchId;
        long heardByUs;
        try (TruceServer server = start();
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient cn = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.RoomCreated room = us.createRoom(2, 0, null, null);
            matchId = room.matchId();
            usToken = us.join(room.roomCode(), "Ann").token();
            cnToken = cn.join(room.roomCode(), "Bo").token();
            us.ask(new ClientMessage.Direct(matchId, new HostAct.Start(), 0), ServerMessage.Saved.class);
            us.ask(new ClientMessage.Do(matchId, 1, "my-move", new Deed.Submit(List.of())), ServerMessage.Saved.class);
            us.ask(
                    new ClientMessage.Do(matchId, 1, RawClient.key(), new Deed.Ready(true, 0)),
                    ServerMessage.Saved.class);
            us.await(Notice.SeatStatus.class, Notice.SeatStatus::ready);
            heardByUs = us.lastSeq();
        }
        try (TruceServer server = start();
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient cn = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.Resumed back = resume(us, usToken, heardByUs);
            assertThat(back.matchId()).isEqualTo(matchId);
            assertThat(back.nextSeq()).isEqualTo(heardByUs + 1);
            assertThat(back.token()).isNotEqualTo(usToken);
            resume(cn, cnToken, 0);
            // The sealed orders are still there: the same move again is the same move.
            us.ask(new ClientMessage.Do(matchId, 1, "my-move", new Deed.Submit(List.of())), ServerMessage.Saved.class);
            ServerMessage reused = us.ask(new ClientMessage.Do(matchId, 1, "my-move", new Deed.Undo()));
            assertThat(reused)
                    .isInstanceOfSatisfying(
                            ServerMessage.Refused.class,
                            refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.MOVE_ID_REUSED));
            cn.ask(
                    new ClientMessage.Do(matchId, 1, RawClient.key(), new Deed.Ready(true, 0)),
                    ServerMessage.Saved.class);
            us.await(Notice.RoundResolved.class, resolved -> resolved.view().round() == 1);
            us.ask(
                    new ClientMessage.Do(matchId, 2, RawClient.key(), new Deed.Ready(true, 0)),
                    ServerMessage.Saved.class);
            cn.ask(
                    new ClientMessage.Do(matchId, 2, RawClient.key(), new Deed.Ready(true, 0)),
                    ServerMessage.Saved.class);
            us.await(Notice.MatchOver.class, any -> true);
            cn.await(Notice.MatchOver.class, any -> true);
            assertThat(us.events().get(0).seq()).isEqualTo(heardByUs + 1);
            assertThat(us.events()).extracting(ServerFrame::seq).doesNotHaveDuplicates();
            assertThat(cn.events().get(0).seq()).isEqualTo(1);
        }
    }

    @Test
    void downtimeCostsNoTime() throws Exception {
        String usToken;
        try (TruceServer server = start();
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient cn = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.RoomCreated room = us.createRoom(2, 600_000, null, null);
            usToken = us.join(room.roomCode(), "Ann").token();
            cn.join(room.roomCode(), "Bo");
            us.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
            us.await(Notice.RoundOpened.class, any -> true);
            timers.pass(240_000);
        }
        // Whatever the clocks of the machine do meanwhile.
        timers.pass(50_000_000);
        try (TruceServer server = start();
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER)) {
            // The clock stands until the first of its people is back.
            timers.pass(30_000);
            ServerMessage.Resumed back = resume(us, usToken, 0);
            assertThat(left(us, back.deadlineUnixMillis())).isBetween(359_000L, 360_000L);
            timers.pass(359_000);
            us.ask(new ClientMessage.Ping(1), ServerMessage.Pong.class);
            assertThat(us.heard()).noneMatch(frame -> isResolved(frame));
            timers.pass(1_000);
            us.await(Notice.RoundResolved.class, resolved -> resolved.view().round() == 1);
        }
    }

    @Test
    void aCrashGivesARoundASecondBackAndNeverTakesOne() throws Exception {
        String usToken;
        Path copy = Files.createDirectory(data.resolve("copy"));
        Path running = Files.createDirectory(data.resolve("running"));
        try (TruceServer server = TruceServer.start(
                        ServerConfig.embedded(running), TestParts.real().withTimers(timers));
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.RoomCreated room = us.createRoom(2, 600_000, null, "hold");
            usToken = us.join(room.roomCode(), "Ann").token();
            us.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
            us.await(Notice.RoundOpened.class, any -> true);
            secondsPass(240, us, room.matchId());
            copyAsKilled(running, copy);
        }
        try (TruceServer server = TruceServer.start(
                        ServerConfig.embedded(copy), TestParts.real().withTimers(timers));
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER)) {
            timers.pass(30_000);
            ServerMessage.Resumed back = resume(us, usToken, 0);
            assertThat(left(us, back.deadlineUnixMillis())).isBetween(360_000L - 100, 361_500L);
        }
    }

    /** Lets time pass with its signs of life, all of which are on disk then. */
    private void secondsPass(int seconds, RawClient us, String matchId) throws Exception {
        for (int second = 0; second < seconds; second++) {
            timers.pass(1_000);
        }
        // A sign of life is written after the group that waits with it, so before the next one is acknowledged.
        for (Deed deed : List.of(new Deed.Submit(List.of()), new Deed.Undo())) {
            us.ask(new ClientMessage.Do(matchId, 1, RawClient.key(), deed), ServerMessage.Saved.class);
        }
    }

    /** Keeps what a killed server leaves: the files as they are while it runs. */
    private static void copyAsKilled(Path running, Path copy) throws IOException {
        for (String file : List.of("truce.db", "truce.db-wal", "truce.head")) {
            Files.copy(running.resolve(file), copy.resolve(file));
        }
    }

    /** Creates a room against a bot, and waits until the bot has nothing left to write. */
    private static ServerMessage.Seated begins(RawClient us) throws Exception {
        ServerMessage.RoomCreated room = us.createRoom(2, 600_000, null, "hold");
        ServerMessage.Seated seated = us.join(room.roomCode(), "Ann");
        us.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
        us.await(Notice.SeatStatus.class, status -> status.seat().side() == Side.CN && status.ready());
        return seated;
    }

    @Test
    void aFailedWriteOfAnotherMatchGivesARoundNoMoreThanThatBack() throws Exception {
        Path copy = Files.createDirectory(data.resolve("copy"));
        Path running = Files.createDirectory(data.resolve("running"));
        AtomicReference<FaultyStore> store = new AtomicReference<>();
        Parts failing = TestParts.real().withTimers(timers).withStore(directory -> {
            store.set(new FaultyStore(SqliteStore.open(directory), FaultyStore.Fault.NONE, 0));
            return store.get();
        });
        String usToken;
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(running), failing);
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient other = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.Seated seated = begins(us);
            usToken = seated.token();
            String another = begins(other).matchId();
            store.get().failNext(FaultyStore.Fault.THROWS_BEFORE);
            ClientMessage doomed = new ClientMessage.Do(another, 1, RawClient.key(), new Deed.Submit(List.of()));
            assertThat(other.refused(doomed).code()).isEqualTo(ConnectionCode.RETRY);
            // A stop this short concerns nobody, /health included: only a write that is acknowledged tells that it is
            // over.
            org.awaitility.Awaitility.await()
                    .until(() -> us.ask(new ClientMessage.Do(
                                    seated.matchId(), 1, RawClient.key(), new Deed.Submit(List.of())))
                            instanceof ServerMessage.Saved);
            // With the first second the clock is written again, and stands until it is on disk: no other may pass
            // meanwhile.
            secondsPass(1, us, seated.matchId());
            secondsPass(59, us, seated.matchId());
            copyAsKilled(running, copy);
        }
        try (TruceServer server = TruceServer.start(
                        ServerConfig.embedded(copy), TestParts.real().withTimers(timers));
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER)) {
            timers.pass(30_000);
            assertThat(left(us, resume(us, usToken, 0).deadlineUnixMillis())).isBetween(540_000L - 100, 541_500L);
        }
    }

    private static boolean isResolved(ServerFrame frame) {
        return frame.body() instanceof ServerMessage.Told told && told.notice() instanceof Notice.RoundResolved;
    }

    @Test
    void whoHearsThatARoundIsOpenHearsWhenItCloses() throws Exception {
        try (TruceServer server = start();
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.RoomCreated room = us.createRoom(30, 600_000, null, "hold");
            us.join(room.roomCode(), "Ann");
            us.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
            for (int round = 1; round <= 30; round++) {
                us.await(Notice.RoundOpened.class, any -> true);
                ServerMessage.Told told = (ServerMessage.Told)
                        us.events().get(us.events().size() - 1).body();
                assertThat(left(us, told.deadlineUnixMillis())).isBetween(590_000L, 600_000L);
                us.ask(
                        new ClientMessage.Do(room.matchId(), round, RawClient.key(), new Deed.Ready(true, 0)),
                        ServerMessage.Saved.class);
            }
        }
    }

    @Test
    void aMatchWhosePeopleDoNotComeBackGoesOnAfterAMinute() throws Exception {
        String usToken;
        try (TruceServer server = start();
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.RoomCreated room = us.createRoom(2, 600_000, null, "hold");
            usToken = us.join(room.roomCode(), "Ann").token();
            us.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
            us.await(Notice.RoundOpened.class, any -> true);
        }
        try (TruceServer server = start()) {
            timers.pass(60_000);
            // Its clock starts on another thread; when it has run down round 1 is closed without anybody being there.
            org.awaitility.Awaitility.await()
                    .until(() -> server.registry().scrape().contains("truce_running_matches 1.0"));
            org.awaitility.Awaitility.await().until(() -> {
                timers.pass(600_000);
                return !server.registry().scrape().contains("truce_rounds_resolved_total 0.0");
            });
            try (RawClient us = RawClient.greeted(server.port(), Role.PLAYER)) {
                resume(us, usToken, 0);
                us.await(Notice.RoundResolved.class, resolved -> resolved.view().round() == 1);
            }
        }
    }

    @Test
    void aBotOfTheRosterGoesOnAsItWouldHave() throws Exception {
        String undisturbed = record(false);
        assertThat(record(true)).isEqualTo(undisturbed);
    }

    /** Plays against RANDOM, which has a stream of its own, and returns the record without the date. */
    private String record(boolean restarts) throws Exception {
        Path directory = data.resolve(restarts ? "restarts" : "none");
        ServerConfig config = ServerConfig.embedded(directory);
        TruceServer server = TruceServer.start(config, TestParts.real());
        RawClient us = RawClient.greeted(server.port(), Role.PLAYER);
        ServerMessage.RoomCreated room = us.createRoom(6, 0, null, "random");
        String token = us.join(room.roomCode(), "Ann").token();
        us.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
        for (int round = 1; round <= 6; round++) {
            int now = round;
            us.await(Notice.RoundOpened.class, opened -> opened.observation().openRound() == now);
            us.ready(room.matchId(), Side.US, round);
            if (restarts) {
                us.close();
                server.close();
                server = TruceServer.start(config, TestParts.real());
                us = RawClient.greeted(server.port(), Role.PLAYER);
                token = resume(us, token, 0).token();
            }
            us.play(room.matchId(), Side.US, round);
        }
        Notice.MatchOver over = us.await(Notice.MatchOver.class, any -> true);
        us.close();
        server.close();
        return over.recordText();
    }

    @Test
    void aJournalOfAnotherRulesetStopsTheStart() throws Exception {
        try (SqliteStore store = SqliteStore.open(data)) {
            StoredRoom room = new StoredRoom(
                    "m-1", "ABCDEFGH", "busan-9.9.9", "busan-2025", "ab".repeat(32), new byte[0], 0, false, 0);
            store.append(List.of(new Batch("m-1", 0, List.of(new Entry.RoomOpened(room)))));
        }
        assertThatThrownBy(this::start)
                .isInstanceOfSatisfying(
                        StartException.class, e -> assertThat(e.code()).isEqualTo(StartException.Code.UNKNOWN_RULESET))
                .hasMessageContaining("m-1")
                .hasMessageContaining("busan-9.9.9");
    }

    @Test
    void aJournalOfAnOlderVersionStopsTheStart() {
        Parts parts = TestParts.real().withStore(directory -> {
            throw new StoreException(StoreException.Code.JOURNAL_VERSION, "journal version: 1");
        });
        assertThatThrownBy(() -> TruceServer.start(ServerConfig.embedded(data), parts))
                .isInstanceOfSatisfying(StartException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(StartException.Code.JOURNAL_VERSION);
                    assertThat(refused).hasMessageContaining("journal version: 1");
                    assertThat(refused.next().key()).isEqualTo("refused.start.journal-version.next");
                });
    }

    @Test
    void aSecondServerInTheSameDirectoryDoesNotStart() throws Exception {
        try (TruceServer first = start()) {
            assertThat(first.port()).isPositive();
            assertThatThrownBy(() -> TruceServer.start(ServerConfig.embedded(data), TestParts.real()))
                    .isInstanceOfSatisfying(
                            StartException.class,
                            e -> assertThat(e.code()).isEqualTo(StartException.Code.DATA_DIRECTORY_IN_USE));
        }
    }
}
