package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.StartException;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.match.Absences;
import dev.truce.match.MatchTerms.Absence;
import dev.truce.match.Notice;
import dev.truce.match.RoundPart;
import dev.truce.match.RoundTerms;
import dev.truce.match.RoundTerms.RoundPace;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.match.deed.SeatHolder;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.DelegationWish;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A match whose rounds wait for who opened the room, over the wire and over restarts. */
class GatedRoomTest {
    @TempDir
    Path data;

    private final HandTimers timers = new HandTimers();
    private String matchId = "";
    private String token = "";

    private TruceServer start() throws StartException {
        return TruceServer.start(ServerConfig.embedded(data), TestParts.real().withTimers(timers));
    }

    private RawClient connected(TruceServer server) throws Exception {
        return RawClient.greeted(server.port(), Role.PLAYER);
    }

    private RawClient back(TruceServer server) throws Exception {
        RawClient us = connected(server);
        token = us.ask(new ClientMessage.Resume(token, 0), ServerMessage.Resumed.class)
                .token();
        return us;
    }

    private void open(RawClient us, RoundTerms rounds, String cnBot) throws Exception {
        ServerMessage.RoomCreated room = us.ask(
                new ClientMessage.CreateRoom(
                        RawClient.key(),
                        new RoomRequest(
                                "busan-2025", 7L, 2, 60_000, null, cnBot, true, DelegationWish.HEADS_ALONE, rounds)),
                ServerMessage.RoomCreated.class);
        matchId = room.matchId();
        token = us.join(room.roomCode(), "Ann").token();
        does(us, new HostAct.Start());
    }

    private void openGated(RawClient us) throws Exception {
        open(us, new RoundTerms(0, RoundPace.GATED), "hold");
    }

    private void does(RawClient us, HostAct act) throws Exception {
        us.ask(new ClientMessage.Direct(matchId, act, 0), ServerMessage.Saved.class);
    }

    private Refusal refused(RawClient us, HostAct act) throws Exception {
        return us.refused(new ClientMessage.Direct(matchId, act, 0));
    }

    private ClientMessage deed(int round, Deed deed) {
        return new ClientMessage.Do(matchId, round, RawClient.key(), deed);
    }

    private static void opened(RawClient us, int round) throws Exception {
        us.await(Notice.RoundOpened.class, opened -> opened.observation().openRound() == round);
    }

    private static void botIsReady(RawClient us, int round) throws Exception {
        us.await(
                Notice.SeatStatus.class,
                status -> status.round() == round && status.seat().side() == Side.CN && status.ready());
    }

    private static boolean isResolved(ServerFrame frame) {
        return frame.body() instanceof ServerMessage.Told told && told.notice() instanceof Notice.RoundResolved;
    }

    @Test
    void aRestartInEachPhaseLeavesTheMatchWhereItWas() throws Exception {
        try (TruceServer server = start();
                RawClient us = connected(server)) {
            openGated(us);
        }
        try (TruceServer server = start();
                RawClient us = back(server)) {
            assertThat(us.refused(deed(1, new Deed.Undo())).key()).isEqualTo("refused.between");
            assertThat(refused(us, new HostAct.Start()).code().name()).isEqualTo("ROOM_STARTED");
            does(us, new HostAct.OpenRound(1, HostAct.OpenRound.USUAL));
            opened(us, 1);
            botIsReady(us, 1);
            timers.pass(20_000);
        }
        try (TruceServer server = start();
                RawClient us = back(server)) {
            us.ask(deed(1, new Deed.Submit(List.of())), ServerMessage.Saved.class);
            timers.pass(40_000);
            assertThat(us.await(Notice.RoundShut.class, any -> true).cause()).isEqualTo(Notice.RoundShut.Cause.TIME);
            assertThat(us.heard()).noneMatch(GatedRoomTest::isResolved);
        }
        try (TruceServer server = start();
                RawClient us = back(server)) {
            us.await(Notice.RoundShut.class, any -> true);
            timers.pass(3_600_000);
            assertThat(us.refused(deed(1, new Deed.Undo())).key()).isEqualTo("refused.shut");
            does(us, new HostAct.Reveal(1));
            us.await(Notice.RoundResolved.class, resolved -> resolved.view().round() == 1);
        }
        try (TruceServer server = start();
                RawClient us = back(server)) {
            assertThat(us.refused(deed(2, new Deed.Undo())).key()).isEqualTo("refused.between");
            does(us, new HostAct.OpenRound(2, 0));
            opened(us, 2);
            botIsReady(us, 2);
            us.ask(deed(2, new Deed.Ready(true, 0)), ServerMessage.Saved.class);
            us.await(Notice.RoundShut.class, shut -> shut.round() == 2);
            does(us, new HostAct.Reveal(2));
            us.await(Notice.MatchOver.class, any -> true);
        }
    }

    @Test
    void aRoundThatIsOpenedAgainKeepsItsNewTimeOverARestart() throws Exception {
        try (TruceServer server = start();
                RawClient us = connected(server)) {
            openGated(us);
            does(us, new HostAct.OpenRound(1, 30_000));
            opened(us, 1);
            timers.pass(30_000);
            us.await(Notice.RoundShut.class, any -> true);
            does(us, new HostAct.Extend(1, 50_000));
            assertThat(us.await(Notice.ClockChanged.class, any -> true).leftMillis())
                    .isEqualTo(50_000);
            timers.pass(10_000);
        }
        try (TruceServer server = start();
                RawClient us = back(server)) {
            assertThat(us.await(Notice.ClockChanged.class, any -> true).leftMillis())
                    .isEqualTo(40_000);
            us.ask(deed(1, new Deed.Submit(List.of())), ServerMessage.Saved.class);
            timers.pass(40_000);
            us.await(Notice.RoundShut.class, shut -> shut.round() == 1);
        }
    }

    /** Over a restart as well, which plays all of it again. */
    @Test
    void theClockRunsAgainAfterAPauseInWhichTheRoundWasShut() throws Exception {
        try (TruceServer server = start();
                RawClient us = connected(server)) {
            openGated(us);
            does(us, new HostAct.OpenRound(1, 30_000));
            opened(us, 1);
            does(us, new HostAct.Pause());
            does(
                    us,
                    new HostAct.Advance(
                            1, refused(us, new HostAct.Advance(1, "")).legal()));
            does(us, new HostAct.Unpause());
            does(us, new HostAct.Reveal(1));
            does(us, new HostAct.OpenRound(2, 30_000));
            opened(us, 2);
            timers.pass(10_000);
        }
        try (TruceServer server = start();
                RawClient us = back(server)) {
            us.ask(deed(2, new Deed.Submit(List.of())), ServerMessage.Saved.class);
            timers.pass(20_000);
            assertThat(us.await(Notice.RoundShut.class, shut -> shut.round() == 2)
                            .cause())
                    .isEqualTo(Notice.RoundShut.Cause.TIME);
        }
    }

    @Test
    void aBotThatStandsInWhileTheRoundIsShutActsWhenItIsOpenedAgain() throws Exception {
        try (TruceServer server = start();
                RawClient us = connected(server)) {
            openGated(us);
            does(us, new HostAct.OpenRound(1, 30_000));
            opened(us, 1);
            botIsReady(us, 1);
            timers.pass(30_000);
            us.await(Notice.RoundShut.class, any -> true);
            does(us, new HostAct.StandIn(Side.US, 0, "hold"));
            us.ask(new ClientMessage.Ping(1), ServerMessage.Pong.class);
            does(us, new HostAct.Extend(1, 60_000));
            us.await(
                    Notice.SeatStatus.class,
                    status -> status.seat().side() == Side.US && status.submitted() && status.ready());
            us.await(Notice.RoundShut.class, any -> true);
        }
    }

    @Test
    void aRoomWithGraceWaitsForWhoIsNotReady() throws Exception {
        try (TruceServer server = start();
                RawClient us = connected(server)) {
            open(us, new RoundTerms(15_000, RoundPace.FREE), "hold");
            opened(us, 1);
            botIsReady(us, 1);
            timers.pass(60_000);
            assertThat(us.await(Notice.ClockChanged.class, any -> true).part()).isEqualTo(RoundPart.OVERTIME);
            timers.pass(10_000);
        }
        try (TruceServer server = start();
                RawClient us = back(server)) {
            us.ask(deed(1, new Deed.Submit(List.of())), ServerMessage.Saved.class);
            timers.pass(4_999);
            us.ask(new ClientMessage.Ping(1), ServerMessage.Pong.class);
            assertThat(us.heard()).noneMatch(GatedRoomTest::isResolved);
            timers.pass(1);
            us.await(Notice.RoundResolved.class, any -> true);
        }
    }

    @Test
    void aBotTakesOverWhoHasMissedARoundAlsoAfterARestart() throws Exception {
        Absences bots = Absences.all(new Absence.Bot("hold", 2, new Absence.Keep()));
        try (TruceServer server = start();
                RawClient us = connected(server)) {
            open(us, RoundTerms.USUAL.with(bots), "hold");
            opened(us, 1);
            botIsReady(us, 1);
            timers.pass(60_000);
            opened(us, 2);
            botIsReady(us, 2);
        }
        try (TruceServer server = start();
                RawClient us = back(server)) {
            opened(us, 2);
            assertThat(us.heard())
                    .noneMatch(frame -> frame.body() instanceof ServerMessage.Told told
                            && told.notice() instanceof Notice.SeatChanged);
            timers.pass(60_000);
            us.await(Notice.MatchOver.class, any -> true);
        }
    }

    @Test
    void aBotThatIsDueTakesTheSeat() throws Exception {
        try (TruceServer server = start();
                RawClient us = connected(server)) {
            open(
                    us,
                    RoundTerms.USUAL.with(
                            Absences.HOLD.with(Seat.US_HEAD, new Absence.Bot("hold", 1, new Absence.Keep()))),
                    "hold");
            opened(us, 1);
            botIsReady(us, 1);
            timers.pass(60_000);
            assertThat(us.await(Notice.SeatChanged.class, any -> true))
                    .isEqualTo(new Notice.SeatChanged(Seat.US_HEAD, 2, new SeatHolder.Bot("hold")));
            // Both seats are bots' now, so the last round closes by itself.
            us.await(Notice.MatchOver.class, any -> true);
        }
    }

    @Test
    void whoComesBackTakesHisSeatFromABotThatCameByPolicyAndNotFromOneOfTheOwner() throws Exception {
        try (TruceServer server = start();
                RawClient us = connected(server)) {
            Absence bot = new Absence.Bot("hold", 1, new Absence.Keep());
            open(us, new RoundTerms(0, RoundPace.GATED, Absences.HOLD.with(Seat.US_HEAD, bot)), "hold");
            does(us, new HostAct.OpenRound(1, 30_000));
            opened(us, 1);
            botIsReady(us, 1);
            timers.pass(30_000);
            us.await(Notice.RoundShut.class, any -> true);
            does(us, new HostAct.Reveal(1));
            us.await(Notice.SeatChanged.class, changed -> changed.bot().equals("hold"));
            does(us, new HostAct.OpenRound(2, 0));
            us.await(Notice.RoundShut.class, shut -> shut.round() == 2);
            does(us, new HostAct.Extend(2, 60_000));
            us.ask(deed(2, new Deed.Submit(List.of())), ServerMessage.Saved.class);
            us.await(Notice.SeatChanged.class, changed -> changed.bot().isEmpty());
            does(us, new HostAct.StandIn(Side.US, 0, "hold"));
            assertThat(us.refused(deed(2, new Deed.Undo())).key()).isEqualTo("refused.a-bot-stands-in");
        }
    }

    @Test
    void aPolicyForASeatOrABotThatThereIsNotIsRefused() throws Exception {
        try (TruceServer server = start();
                RawClient us = connected(server)) {
            Absence bot = new Absence.Bot("nobody", 1, new Absence.Keep());
            assertThat(refusedRoom(us, RoundTerms.USUAL.with(Absences.all(bot)))
                            .code()
                            .name())
                    .isEqualTo("UNKNOWN_BOT");
            Absences third = Absences.HOLD.with(new Seat(Side.US, 3), new Absence.Keep());
            assertThat(refusedRoom(us, RoundTerms.USUAL.with(third)).code().name())
                    .isEqualTo("OUT_OF_RANGE");
        }
    }

    private static Refusal refusedRoom(RawClient us, RoundTerms rounds) throws Exception {
        return us.refused(new ClientMessage.CreateRoom(
                RawClient.key(),
                new RoomRequest("busan-2025", 7L, 2, 60_000, null, null, true, DelegationWish.HEADS_ALONE, rounds)));
    }

    @Test
    void aGraceThatIsTooLongIsRefused() throws Exception {
        try (TruceServer server = start();
                RawClient us = connected(server)) {
            for (long grace : new long[] {-1, 120_001}) {
                Refusal refusal = refusedRoom(us, new RoundTerms(grace, RoundPace.FREE));
                assertThat(refusal.code().name()).isEqualTo("OUT_OF_RANGE");
                assertThat(refusal.legal()).isEqualTo("0..120000");
            }
        }
    }
}
