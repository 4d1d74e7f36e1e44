package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.StartException;
import dev.truce.app.log.AuditFile;
import dev.truce.engine.board.Side;
import dev.truce.match.Notice;
import dev.truce.match.Occupant;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ClosingCause;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The owner of a room takes a seat away, and somebody else comes to it. */
class RevokedPlaceTest {
    private static final HostAct REVOKE = new HostAct.Revoke(Side.CN, 0);

    @TempDir
    Path data;

    private String matchId = "";

    private TruceServer start() throws StartException {
        return TruceServer.start(ServerConfig.embedded(data), TestParts.real());
    }

    private void does(RawClient owner, HostAct act) throws IOException {
        owner.ask(new ClientMessage.Direct(matchId, act, 0), ServerMessage.Saved.class);
    }

    /** Sends an act under a number; what was done under it is sent again by a client that was cut off before the answer came. */
    private void does(RawClient owner, HostAct act, long number) throws IOException {
        owner.ask(new ClientMessage.Direct(matchId, act, number), ServerMessage.Saved.class);
    }

    private static void isStillThere(RawClient client) throws IOException {
        assertThat(client.ask(new ClientMessage.Ping(1))).isInstanceOf(ServerMessage.Pong.class);
    }

    private static void opensNothing(TruceServer server, String token) throws IOException {
        try (RawClient gone = RawClient.greeted(server.port(), Role.PLAYER)) {
            assertThat(gone.refused(new ClientMessage.Resume(token, 0)).code()).isEqualTo(ConnectionCode.BAD_TOKEN);
        }
    }

    private static Occupant awaitSeat(RawClient client, String name) throws IOException {
        while (true) {
            for (Occupant there :
                    client.awaitMessage(ServerMessage.RoomChanged.class).seats()) {
                if (there.seat().equals(Seat.CN_HEAD) && there.name().equals(name)) {
                    return there;
                }
            }
        }
    }

    private static void isSentAway(RawClient client) throws IOException {
        assertThat(client.awaitMessage(ServerMessage.Closing.class).cause()).isEqualTo(ClosingCause.PLACE_REVOKED);
        assertThat(client.isClosedByServer()).isTrue();
    }

    @Test
    void beforeTheMatchTheSeatIsVacantAgainAlsoAfterARestart() throws Exception {
        String code;
        String usToken;
        String cnToken;
        try (TruceServer server = start();
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient cn = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.RoomCreated room = us.createRoom(4, 0, null, null);
            matchId = room.matchId();
            code = room.roomCode();
            usToken = us.join(code, "Ann").token();
            cnToken = cn.join(code, "Bo").token();
            assertThat(cn.refused(new ClientMessage.Direct(matchId, new HostAct.Revoke(Side.US, 0), 0))
                            .code())
                    .isEqualTo(ConnectionCode.NOT_CREATOR);
            assertThat(us.refused(new ClientMessage.Direct(matchId, new HostAct.Revoke(Side.US, 0), 0))
                            .code())
                    .isEqualTo(ConnectionCode.NOT_ALLOWED);
            awaitSeat(us, "Bo");
            does(us, REVOKE);
            assertThat(awaitSeat(us, "").connected()).isFalse();
            isSentAway(cn);
            opensNothing(server, cnToken);
            assertThat(us.refused(new ClientMessage.Direct(matchId, REVOKE, 0)).code())
                    .isEqualTo(ConnectionCode.NOT_ALLOWED);
        }
        try (TruceServer server = start();
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient other = RawClient.greeted(server.port(), Role.PLAYER)) {
            opensNothing(server, cnToken);
            us.ask(new ClientMessage.Resume(usToken, 0), ServerMessage.Resumed.class);
            assertThat(us.refused(new ClientMessage.Direct(matchId, new HostAct.Start(), 0))
                            .code())
                    .isEqualTo(ConnectionCode.SEATS_VACANT);
            other.join(code, "Cy");
            awaitSeat(us, "Cy");
            does(us, new HostAct.Start());
        }
    }

    @Test
    void duringTheMatchSealedOrdersAreVoidAndAnotherPlaysOn() throws Exception {
        String code;
        String usToken;
        String cnToken;
        String otherToken;
        try (TruceServer server = start();
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient cn = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.RoomCreated room = us.createRoom(2, 0, null, null);
            matchId = room.matchId();
            code = room.roomCode();
            usToken = us.join(code, "Ann").token();
            cnToken = cn.join(code, "Bo").token();
            does(us, new HostAct.Start());
            cn.ask(
                    new ClientMessage.Do(matchId, 1, RawClient.key(), new Deed.Submit(List.of())),
                    ServerMessage.Saved.class);
            cn.ready(matchId, Side.CN, 1);
            us.await(Notice.SeatStatus.class, status -> status.seat().side() == Side.CN && status.ready());
            does(us, REVOKE);
            isSentAway(cn);
            Notice.SeatStatus cancelled =
                    us.await(Notice.SeatStatus.class, status -> status.seat().side() == Side.CN && !status.ready());
            assertThat(cancelled.submitted()).isFalse();
            opensNothing(server, cnToken);
            us.ready(matchId, Side.US, 1);
        }
        try (TruceServer server = start();
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient other = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient late = RawClient.greeted(server.port(), Role.PLAYER)) {
            opensNothing(server, cnToken);
            us.ask(new ClientMessage.Resume(usToken, 0), ServerMessage.Resumed.class);
            assertThat(awaitSeat(us, "").connected()).isFalse();
            otherToken = other.join(code, "Cy").token();
            assertThat(awaitSeat(us, "Bo").connected()).isTrue();
            assertThat(late.refused(new ClientMessage.JoinRoom(RawClient.key(), code, null, "Di", false))
                            .code())
                    .isEqualTo(ConnectionCode.ROOM_STARTED);
            other.play(matchId, Side.CN, 1);
            us.ready(matchId, Side.US, 2);
        }
        try (TruceServer server = start();
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient other = RawClient.greeted(server.port(), Role.PLAYER)) {
            us.ask(new ClientMessage.Resume(usToken, 0), ServerMessage.Resumed.class);
            other.ask(new ClientMessage.Resume(otherToken, 0), ServerMessage.Resumed.class);
            other.ready(matchId, Side.CN, 2);
            assertThat(us.await(Notice.MatchOver.class, any -> true).recordText())
                    .contains("\"Bo\"")
                    .doesNotContain("Cy");
        }
        assertThat(Files.readString(data.resolve(AuditFile.NAME)))
                .contains("\"PLACE_REVOKED\"", "\"seat.CN.0\"", "\"REVOKE\"");
    }

    @Test
    void whatIsSentAgainUnderItsNumberSendsNobodyAwayWhoCameSince() throws Exception {
        String code;
        String usToken;
        String lastToken;
        try (TruceServer server = start();
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient cn = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient other = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient last = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.RoomCreated room = us.createRoom(2, 0, null, null);
            matchId = room.matchId();
            code = room.roomCode();
            usToken = us.join(code, "Ann").token();
            cn.join(code, "Bo");
            does(us, REVOKE, 7);
            isSentAway(cn);
            does(us, REVOKE, 7);
            other.join(code, "Cy");
            does(us, REVOKE, 7);
            isStillThere(other);
            does(us, new HostAct.Start());
            does(us, REVOKE, 8);
            isSentAway(other);
            lastToken = last.join(code, "Di").token();
            last.ask(
                    new ClientMessage.Do(matchId, 1, RawClient.key(), new Deed.Submit(List.of())),
                    ServerMessage.Saved.class);
            does(us, REVOKE, 7);
            does(us, REVOKE, 8);
            isStillThere(last);
        }
        try (TruceServer server = start();
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient last = RawClient.greeted(server.port(), Role.PLAYER)) {
            us.ask(new ClientMessage.Resume(usToken, 0), ServerMessage.Resumed.class);
            ServerMessage.Resumed resumed =
                    last.ask(new ClientMessage.Resume(lastToken, 0), ServerMessage.Resumed.class);
            assertThat(resumed.sealed()).as("what it sealed counts").isNotNull();
            does(us, REVOKE, 8);
            isStillThere(last);
            does(us, REVOKE, 9);
            isSentAway(last);
        }
    }

    private static ServerMessage.Watching watches(RawClient client, String code) throws IOException {
        return client.ask(
                new ClientMessage.JoinRoom(RawClient.key(), code, null, "", false), ServerMessage.Watching.class);
    }

    @Test
    void placesOfObserversAreTakenAwayButNotThatOfTheOwner() throws Exception {
        String watcherToken;
        String ownerToken;
        try (TruceServer server = start();
                RawClient owner = RawClient.greeted(server.port(), Role.OBSERVER);
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient watcher = RawClient.greeted(server.port(), Role.OBSERVER);
                RawClient away = RawClient.greeted(server.port(), Role.OBSERVER)) {
            ServerMessage.RoomCreated room = owner.createRoom(2, 0, null, null);
            matchId = room.matchId();
            ownerToken = watches(owner, room.roomCode()).token();
            us.join(room.roomCode(), "Ann");
            watcherToken = watches(watcher, room.roomCode()).token();
            String awayToken = watches(away, room.roomCode()).token();
            away.close();
            assertThat(us.refused(new ClientMessage.Direct(matchId, new HostAct.RevokeObservers(), 0))
                            .code())
                    .isEqualTo(ConnectionCode.NOT_CREATOR);
            does(owner, new HostAct.RevokeObservers());
            isSentAway(watcher);
            opensNothing(server, watcherToken);
            opensNothing(server, awayToken);
            does(owner, new HostAct.RevokeObservers(), 7);
            isStillThere(us);
            try (RawClient again = RawClient.greeted(server.port(), Role.OBSERVER)) {
                watches(again, room.roomCode());
                does(owner, new HostAct.RevokeObservers(), 7);
                isStillThere(again);
            }
        }
        try (TruceServer server = start();
                RawClient owner = RawClient.greeted(server.port(), Role.OBSERVER)) {
            opensNothing(server, watcherToken);
            owner.ask(new ClientMessage.Resume(ownerToken, 0), ServerMessage.Resumed.class);
        }
        assertThat(Files.readString(data.resolve(AuditFile.NAME))).contains("\"act\":\"REVOKE-OBSERVERS\"");
    }
}
