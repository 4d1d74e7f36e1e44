package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.StartException;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.match.Notice;
import dev.truce.match.RoundPart;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerMessage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the owner of a room does with its time, over the wire and over restarts. */
class PauseTest {
    @TempDir
    Path data;

    private final HandTimers timers = new HandTimers();
    private String matchId = "";
    private String token = "";

    private TruceServer start() throws StartException {
        return TruceServer.start(ServerConfig.embedded(data), TestParts.real().withTimers(timers));
    }

    private static ServerMessage.Saved does(RawClient client, String matchId, HostAct act) throws Exception {
        return client.ask(new ClientMessage.Direct(matchId, act, 0), ServerMessage.Saved.class);
    }

    private void open(RawClient us, long windowMillis, String cnBot) throws Exception {
        ServerMessage.RoomCreated room = us.createRoom(3, windowMillis, null, cnBot);
        matchId = room.matchId();
        token = us.join(room.roomCode(), "Ann").token();
        does(us, matchId, new HostAct.Start());
        us.await(Notice.RoundOpened.class, any -> true);
    }

    private Notice.ClockChanged clock(RawClient us, Notice.ClockChanged.Cause cause) throws Exception {
        return us.await(Notice.ClockChanged.class, changed -> changed.cause() == cause);
    }

    @Test
    void aPauseKeepsTheTimeThatIsLeft() throws Exception {
        try (TruceServer server = start();
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER)) {
            open(us, 600_000, "hold");
            timers.pass(240_000);
            does(us, matchId, new HostAct.Pause());
            assertThat(clock(us, Notice.ClockChanged.Cause.PAUSED).leftMillis()).isEqualTo(360_000);
            timers.pass(36_000_000);
            Refusal refusal = us.refused(new ClientMessage.Do(matchId, 1, RawClient.key(), new Deed.Submit(List.of())));
            assertThat(refusal.code()).isEqualTo(RefusalCode.WRONG_PHASE);
            assertThat(refusal.arguments()).containsExactly("6:00");
            does(us, matchId, new HostAct.Unpause());
            assertThat(clock(us, Notice.ClockChanged.Cause.UNPAUSED).leftMillis())
                    .isEqualTo(360_000);
            timers.pass(359_999);
            us.ask(new ClientMessage.Ping(1), ServerMessage.Pong.class);
            assertThat(us.heard()).noneMatch(PauseTest::isResolved);
            timers.pass(1);
            us.await(Notice.RoundResolved.class, resolved -> resolved.view().round() == 1);
        }
    }

    private static boolean isResolved(dev.truce.protocol.message.ServerFrame frame) {
        return frame.body() instanceof ServerMessage.Told told && told.notice() instanceof Notice.RoundResolved;
    }

    @Test
    void aPauseLastsOverARestart() throws Exception {
        try (TruceServer server = start();
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER)) {
            open(us, 600_000, "hold");
            timers.pass(240_000);
            does(us, matchId, new HostAct.Pause());
            timers.pass(1_000);
        }
        timers.pass(50_000_000);
        try (TruceServer server = start();
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER)) {
            token = us.ask(new ClientMessage.Resume(token, 0), ServerMessage.Resumed.class)
                    .token();
            assertThat(clock(us, Notice.ClockChanged.Cause.PAUSED).leftMillis()).isEqualTo(360_000);
            timers.pass(5_000_000);
            assertThat(us.refused(new ClientMessage.Do(matchId, 1, RawClient.key(), new Deed.Undo()))
                            .arguments())
                    .containsExactly("6:00");
            does(us, matchId, new HostAct.Unpause());
            clock(us, Notice.ClockChanged.Cause.UNPAUSED);
            timers.pass(100_000);
        }
        try (TruceServer server = start();
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER)) {
            us.ask(new ClientMessage.Resume(token, 0), ServerMessage.Resumed.class);
            assertThat(clock(us, Notice.ClockChanged.Cause.UNPAUSED).leftMillis())
                    .isEqualTo(260_000);
            timers.pass(260_000);
            us.await(Notice.RoundResolved.class, resolved -> resolved.view().round() == 1);
        }
    }

    /** Nobody who sits is back, and nobody has to be: the one who lets it go on is there. */
    @Test
    void whoOnlyWatchesLetsAPausedMatchGoOnAfterARestart() throws Exception {
        String watching;
        try (TruceServer server = start();
                RawClient owner = RawClient.greeted(server.port(), Role.OBSERVER);
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.RoomCreated room = owner.createRoom(3, 600_000, null, "hold");
            matchId = room.matchId();
            watching = owner.ask(
                            new ClientMessage.JoinRoom(RawClient.key(), room.roomCode(), null, "", false),
                            ServerMessage.Watching.class)
                    .token();
            us.join(room.roomCode(), "Ann");
            does(owner, matchId, new HostAct.Start());
            owner.await(Notice.RoundOpened.class, any -> true);
            timers.pass(240_000);
            does(owner, matchId, new HostAct.Pause());
        }
        try (TruceServer server = start();
                RawClient owner = RawClient.greeted(server.port(), Role.OBSERVER)) {
            owner.ask(new ClientMessage.Resume(watching, 0), ServerMessage.Resumed.class);
            does(owner, matchId, new HostAct.Unpause());
            owner.await(Notice.ClockChanged.class, changed -> changed.cause() == Notice.ClockChanged.Cause.UNPAUSED);
            timers.pass(359_999);
            owner.ask(new ClientMessage.Ping(1), ServerMessage.Pong.class);
            assertThat(owner.heard()).noneMatch(PauseTest::isResolved);
            timers.pass(1);
            owner.await(Notice.RoundResolved.class, resolved -> resolved.view().round() == 1);
        }
    }

    @Test
    void moreTimeCountsOnceAfterARestart() throws Exception {
        try (TruceServer server = start();
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER)) {
            open(us, 600_000, "hold");
            timers.pass(100_000);
            does(us, matchId, new HostAct.Extend(1, 60_000));
            does(us, matchId, new HostAct.Extend(1, -20_000));
            assertThat(us.await(Notice.ClockChanged.class, changed -> changed.shiftMillis() < 0)
                            .leftMillis())
                    .isEqualTo(540_000);
            timers.pass(40_000);
        }
        try (TruceServer server = start();
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER)) {
            us.ask(new ClientMessage.Resume(token, 0), ServerMessage.Resumed.class);
            timers.pass(499_999);
            us.ask(new ClientMessage.Ping(1), ServerMessage.Pong.class);
            assertThat(us.heard()).noneMatch(PauseTest::isResolved);
            timers.pass(1);
            us.await(Notice.RoundResolved.class, resolved -> resolved.view().round() == 1);
        }
    }

    @Test
    void anActThatIsSentAgainHappensOnce() throws Exception {
        try (TruceServer server = start();
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER)) {
            open(us, 600_000, "hold");
            ClientMessage more = new ClientMessage.Direct(matchId, new HostAct.Extend(1, 60_000), 77);
            us.ask(more, ServerMessage.Saved.class);
            us.ask(more, ServerMessage.Saved.class);
            does(us, matchId, new HostAct.Pause());
            assertThat(clock(us, Notice.ClockChanged.Cause.PAUSED).leftMillis()).isEqualTo(660_000);
        }
    }

    @Test
    void botsWaitInAPauseAndGoOnAfterIt() throws Exception {
        try (TruceServer server = start();
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER)) {
            open(us, 0, "hold");
            us.await(Notice.SeatStatus.class, status -> status.seat().side() == Side.CN && status.ready());
            does(us, matchId, new HostAct.Pause());
            Refusal shown = us.refused(new ClientMessage.Direct(matchId, new HostAct.Advance(1, ""), 0));
            assertThat(shown.code()).isEqualTo(RefusalCode.STALE_PREVIEW);
            does(us, matchId, new HostAct.Advance(1, shown.legal()));
            us.await(Notice.RoundOpened.class, opened -> opened.observation().openRound() == 2);
            Notice.ClockChanged stands = us.await(Notice.ClockChanged.class, changed -> changed.round() == 2);
            assertThat(stands.paused()).isTrue();
            assertThat(stands.part()).isEqualTo(RoundPart.RUNNING);
            us.ask(new ClientMessage.Ping(1), ServerMessage.Pong.class);
            assertThat(us.heard())
                    .noneMatch(frame -> frame.body() instanceof ServerMessage.Told told
                            && told.notice() instanceof Notice.SeatStatus);
            does(us, matchId, new HostAct.Unpause());
            us.await(
                    Notice.SeatStatus.class,
                    status -> status.round() == 2 && status.seat().side() == Side.CN && status.ready());
        }
    }

    @Test
    void onlyWhoOpenedTheRoomHoldsItsTime() throws Exception {
        try (TruceServer server = start();
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient cn = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.RoomCreated room = us.createRoom(2, 0, null, null);
            us.join(room.roomCode(), "Ann");
            cn.join(room.roomCode(), "Bo");
            does(us, room.matchId(), new HostAct.Start());
            ServerMessage answer = cn.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Pause(), 0));
            assertThat(answer)
                    .isInstanceOfSatisfying(
                            ServerMessage.Refused.class,
                            refused ->
                                    assertThat(refused.refusal().code().name()).isEqualTo("NOT_CREATOR"));
        }
    }
}
