package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.ServerConfig;
import dev.truce.match.Notice;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeMatchTest {
    @TempDir
    Path data;

    @Test
    void twoPeoplePlayAMatchOverTheWire() throws Exception {
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data));
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient cn = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.RoomCreated room = us.createRoom(3, 0, null, null);
            ServerMessage.Seated usSeat = us.join(room.roomCode(), "Ann");
            ServerMessage.Seated cnSeat = cn.join(room.roomCode().toLowerCase(java.util.Locale.ROOT), "Bo");
            assertThat(cnSeat.opponentName()).isEqualTo("Ann");
            us.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
            for (int round = 1; round <= 3; round++) {
                int now = round;
                us.await(
                        Notice.RoundOpened.class, opened -> opened.observation().openRound() == now);
                cn.await(
                        Notice.RoundOpened.class, opened -> opened.observation().openRound() == now);
                us.ask(
                        new ClientMessage.Do(usSeat.matchId(), round, RawClient.key(), new Deed.Submit(List.of())),
                        ServerMessage.Saved.class);
                us.ask(
                        new ClientMessage.Do(usSeat.matchId(), round, RawClient.key(), new Deed.Ready(true, 0)),
                        ServerMessage.Saved.class);
                cn.ask(
                        new ClientMessage.Do(usSeat.matchId(), round, RawClient.key(), new Deed.Ready(true, 0)),
                        ServerMessage.Saved.class);
            }
            Notice.MatchOver over = us.await(Notice.MatchOver.class, any -> true);
            assertThat(cn.await(Notice.MatchOver.class, any -> true)).isEqualTo(over);
            assertThat(over.rounds()).isEqualTo(3);
            assertThat(us.events().stream().mapToLong(ServerFrame::seq))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, us.events().size())
                                    .boxed()
                                    .toList());
        }
    }

    @Test
    void rosterBotsPlayForBothSidesWhileSomebodyWatches() throws Exception {
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data));
                RawClient creator = RawClient.greeted(server.port(), Role.OMNISCIENT)) {
            ServerMessage.RoomCreated room = creator.createRoom(4, 0, "tft", "hawk");
            creator.ask(
                    new ClientMessage.JoinRoom(RawClient.key(), room.roomCode(), null, "", false),
                    ServerMessage.Watching.class);
            creator.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
            Notice.MatchOver over = creator.await(Notice.MatchOver.class, any -> true);
            assertThat(over.rounds()).isEqualTo(4);
        }
    }
}
