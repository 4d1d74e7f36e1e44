package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.ServerConfig;
import dev.truce.engine.board.Side;
import dev.truce.match.Notice;
import dev.truce.match.Occupant;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.store.FaultyStore;
import dev.truce.store.FaultyStore.Fault;
import dev.truce.store.sqlite.SqliteStore;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A match whose people think for long forgets what the journal has; they notice nothing. */
class SleepingMatchTest {
    private static final int ROUNDS = 4;
    private static final long LONG_MILLIS = 60_000;

    @TempDir
    Path data;

    private final HandTimers timers = new HandTimers();
    private final AtomicReference<FaultyStore> store = new AtomicReference<>();

    private Parts parts() {
        return TestParts.real().withTimers(timers).withStore(directory -> {
            store.set(new FaultyStore(SqliteStore.open(directory), Fault.NONE, 0));
            return store.get();
        });
    }

    /** Returns how often the match was read from the journal. */
    private long read(String matchId) {
        return store.get().read().stream().filter(matchId::equals).count();
    }

    private static ServerMessage.Saved seal(RawClient from, String matchId, int round) throws Exception {
        return from.ask(
                new ClientMessage.Do(matchId, round, RawClient.key(), new Deed.Submit(List.of())),
                ServerMessage.Saved.class);
    }

    @Test
    void itGoesOnAsIfItHadNeverSleptFromWhateverWakesIt() throws Exception {
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), parts());
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient cn = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient watcher = RawClient.greeted(server.port(), Role.OBSERVER);
                RawClient again = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.RoomCreated room = us.createRoom(ROUNDS, 0, null, null);
            String token = us.join(room.roomCode(), "Ann").token();
            cn.join(room.roomCode(), "Bo");
            us.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
            us.ready(room.matchId(), Side.US, 1);
            cn.play(room.matchId(), Side.CN, 1);
            us.await(Notice.RoundOpened.class, opened -> opened.observation().openRound() == 2);
            cn.await(Notice.RoundOpened.class, opened -> opened.observation().openRound() == 2);
            timers.pass(LONG_MILLIS);
            assertThat(read(room.matchId()))
                    .as("it sleeps, and nobody has woken it")
                    .isZero();
            // A deed wakes it.
            seal(us, room.matchId(), 2);
            assertThat(read(room.matchId())).isEqualTo(1);
            cn.await(Notice.SeatStatus.class, status -> status.round() == 2 && status.submitted());
            timers.pass(LONG_MILLIS);
            // So does somebody who comes, and he is told all from the beginning.
            watcher.ask(
                    new ClientMessage.JoinRoom(RawClient.key(), room.roomCode(), null, "", false),
                    ServerMessage.Watching.class);
            assertThat(read(room.matchId())).isEqualTo(2);
            watcher.await(
                    Notice.RoundResolved.class, resolved -> resolved.view().round() == 1);
            watcher.await(
                    Notice.RoundOpened.class, opened -> opened.observation().openRound() == 2);
            timers.pass(LONG_MILLIS);
            // Who comes back finds what he has sealed.
            ServerMessage.Resumed resumed =
                    again.ask(new ClientMessage.Resume(token, us.lastSeq()), ServerMessage.Resumed.class);
            assertThat(resumed.sealed()).isNotNull();
            assertThat(read(room.matchId())).isEqualTo(3);
            again.ready(room.matchId(), Side.US, 2);
            cn.play(room.matchId(), Side.CN, 2);
            for (int round = 3; round <= ROUNDS; round++) {
                again.ready(room.matchId(), Side.US, round);
                cn.play(room.matchId(), Side.CN, round);
            }
            cn.await(Notice.MatchOver.class, any -> true);
            watcher.await(Notice.MatchOver.class, any -> true);
            assertThat(TestParts.uncaught(server)).isZero();
        }
    }

    @Test
    void whoLeavesItIsMissedThoughItSleepsOn() throws Exception {
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), parts());
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient cn = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.RoomCreated room = us.createRoom(ROUNDS, 0, null, null);
            us.join(room.roomCode(), "Ann");
            cn.join(room.roomCode(), "Bo");
            us.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
            us.await(Notice.RoundOpened.class, opened -> opened.observation().openRound() == 1);
            cn.await(Notice.RoundOpened.class, opened -> opened.observation().openRound() == 1);
            timers.pass(LONG_MILLIS);
            cn.close();
            Occupant gone;
            do {
                gone = us.awaitMessage(ServerMessage.RoomChanged.class).seats().get(1);
            } while (gone.isVacant() || gone.connected());
            assertThat(gone.name()).isEqualTo("Bo");
            assertThat(read(room.matchId())).as("nobody has woken it").isZero();
            // Awake it knows the same.
            seal(us, room.matchId(), 1);
            assertThat(read(room.matchId())).isEqualTo(1);
            assertThat(us.heard())
                    .noneMatch(frame -> frame.body() instanceof ServerMessage.RoomChanged changed
                            && changed.seats().get(1).connected());
        }
    }
}
