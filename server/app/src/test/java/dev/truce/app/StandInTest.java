package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.StartException;
import dev.truce.engine.board.Side;
import dev.truce.match.Notice;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerMessage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bot of the server on the seat of a person, live, over a restart, and the return. */
class StandInTest {
    @TempDir
    Path data;

    private String matchId = "";

    private TruceServer start() throws StartException {
        return TruceServer.start(ServerConfig.embedded(data), TestParts.real());
    }

    private void does(RawClient us, HostAct act) throws Exception {
        us.ask(new ClientMessage.Direct(matchId, act, 0), ServerMessage.Saved.class);
    }

    private static boolean isReady(Notice.SeatStatus status, int round) {
        return status.round() == round && status.seat().side() == Side.CN && status.ready();
    }

    @Test
    void aBotPlaysForWhoIsAwayAndGivesTheSeatBack() throws Exception {
        String usToken;
        String cnToken;
        try (TruceServer server = start();
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient cn = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.RoomCreated room = us.createRoom(4, 0, null, null);
            matchId = room.matchId();
            usToken = us.join(room.roomCode(), "Ann").token();
            cnToken = cn.join(room.roomCode(), "Bo").token();
            does(us, new HostAct.Start());
            us.ready(matchId, Side.US, 1);
            cn.ready(matchId, Side.CN, 1);
            us.await(Notice.RoundOpened.class, opened -> opened.observation().openRound() == 2);
            assertThat(us.refused(new ClientMessage.Direct(matchId, new HostAct.StandIn(Side.CN, 0, "nobody"), 0))
                            .code()
                            .name())
                    .isEqualTo("UNKNOWN_BOT");
            does(us, new HostAct.StandIn(Side.CN, 0, "hold"));
            us.await(Notice.SeatStatus.class, status -> isReady(status, 2));
            assertThat(cn.refused(new ClientMessage.Do(matchId, 2, RawClient.key(), new Deed.Undo()))
                            .arguments())
                    .containsExactly("hold");
            us.ready(matchId, Side.US, 2);
            us.await(Notice.SeatStatus.class, status -> isReady(status, 3));
            // The same bot once more, in one round: its keys are others than before.
            does(us, new HostAct.HandBack(Side.CN, 0));
            us.await(Notice.SeatStatus.class, status -> status.round() == 3 && !status.ready());
            does(us, new HostAct.StandIn(Side.CN, 0, "hold"));
            us.await(Notice.SeatStatus.class, status -> isReady(status, 3));
        }
        try (TruceServer server = start();
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient cn = RawClient.greeted(server.port(), Role.PLAYER)) {
            us.ask(new ClientMessage.Resume(usToken, 0), ServerMessage.Resumed.class);
            cn.ask(new ClientMessage.Resume(cnToken, 0), ServerMessage.Resumed.class);
            us.ready(matchId, Side.US, 3);
            us.await(Notice.SeatStatus.class, status -> isReady(status, 4));
            does(us, new HostAct.HandBack(Side.CN, 0));
            cn.ask(
                    new ClientMessage.Do(matchId, 4, RawClient.key(), new Deed.Submit(List.of())),
                    ServerMessage.Saved.class);
            us.ready(matchId, Side.US, 4);
            cn.ready(matchId, Side.CN, 4);
            Notice.MatchOver over = us.await(Notice.MatchOver.class, any -> true);
            assertThat(over.recordText()).contains("\n- CN BOT hold\n", "\n- CN PERSON\n- CN BOT hold\n");
        }
    }
}
