package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.net.connection.DisconnectCause;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.talk.Channel;
import dev.truce.match.Notice;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ClosingCause;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.protocol.message.Wire;
import dev.truce.scenario.ScenarioFile;
import dev.truce.scenario.Scenarios;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionTest {
    @TempDir
    Path data;

    private TruceServer server;

    @BeforeEach
    void start() throws Exception {
        server = TruceServer.start(ServerConfig.embedded(data), TestParts.real());
    }

    @AfterEach
    void stopWithoutABug() {
        assertThat(TestParts.uncaught(server)).isZero();
        server.close();
    }

    private RawClient greeted(Role role) throws IOException {
        return RawClient.greeted(server.port(), role);
    }

    private double ends(DisconnectCause cause) {
        return TestParts.ends(server, cause);
    }

    private static List<ClientMessage> oneOfEach() {
        return List.of(
                new ClientMessage.CreateRoom(
                        RawClient.key(), new RoomRequest("busan-2025", null, 0, 0, null, null, false)),
                new ClientMessage.JoinRoom(RawClient.key(), "ABCDEFGH", Side.US, "Ann", false),
                new ClientMessage.Direct("m-1", new HostAct.Start(), 0),
                new ClientMessage.Do("m-1", 1, RawClient.key(), new Deed.Submit(List.of())),
                new ClientMessage.Do("m-1", 1, RawClient.key(), new Deed.Undo()),
                new ClientMessage.Do("m-1", 1, RawClient.key(), new Deed.Ready(true, 0)),
                new ClientMessage.Do("m-1", 1, RawClient.key(), new Deed.MakeOffer(new Terms.Renewal(4, false), null)),
                new ClientMessage.Do(
                        "m-1", 1, RawClient.key(), new Deed.Accept(new OfferId(Side.CN, 1), "0".repeat(16))),
                new ClientMessage.Do("m-1", 1, RawClient.key(), new Deed.Refuse(new OfferId(Side.CN, 1))),
                new ClientMessage.Do("m-1", 1, RawClient.key(), new Deed.Withdraw(new OfferId(Side.US, 1))),
                new ClientMessage.Do("m-1", 1, RawClient.key(), new Deed.GiveNotice(true)),
                new ClientMessage.Do("m-1", 1, RawClient.key(), new Deed.Say(Channel.PUBLIC, "Good morning.", null)),
                new ClientMessage.ReadScenario("m-1"),
                new ClientMessage.Resume("t".repeat(43), 0),
                new ClientMessage.Ping(1));
    }

    @Test
    void beforeTheHelloNothingIsAllowed() throws Exception {
        try (RawClient client = new RawClient(server.port())) {
            for (ClientMessage message : oneOfEach()) {
                assertThat(client.refused(message).code()).as("%s", message).isEqualTo(ConnectionCode.NOT_ALLOWED);
            }
            client.hello(Role.PLAYER);
            assertThat(client.refused(new ClientMessage.Hello("test", "1", Role.PLAYER))
                            .code())
                    .isEqualTo(ConnectionCode.NOT_ALLOWED);
        }
    }

    @Test
    void anInstructorHasNoPlaceInARoom() throws Exception {
        try (RawClient client = RawClient.greeted(server.port(), Role.INSTRUCTOR)) {
            assertThat(client.refused(new ClientMessage.JoinRoom(RawClient.key(), "ABCDEFGH", null, "Ann", false))
                            .code())
                    .isEqualTo(ConnectionCode.NOT_ALLOWED);
        }
    }

    @Test
    void whoHasAPlaceKeepsIt() throws Exception {
        try (RawClient us = greeted(Role.PLAYER);
                RawClient watcher = greeted(Role.OBSERVER)) {
            ServerMessage.RoomCreated room = us.createRoom(2, 0, null, "hold");
            us.join(room.roomCode(), "Ann");
            watcher.ask(
                    new ClientMessage.JoinRoom(RawClient.key(), room.roomCode(), null, "", false),
                    ServerMessage.Watching.class);
            for (RawClient client : List.of(us, watcher)) {
                for (ClientMessage message : oneOfEach().subList(0, 2)) {
                    assertThat(client.refused(message).code()).isEqualTo(ConnectionCode.ALREADY_SEATED);
                }
            }
            for (ClientMessage message : oneOfEach().subList(3, 12)) {
                assertThat(watcher.refused(message).code()).isEqualTo(ConnectionCode.NOT_ALLOWED);
                assertThat(us.refused(message).code()).isEqualTo(RefusalCode.UNKNOWN_MATCH);
            }
            assertThat(watcher.refused(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0))
                            .code())
                    .isEqualTo(ConnectionCode.NOT_CREATOR);
        }
    }

    @Test
    void anotherVersionOrRulesetIsRefused() throws Exception {
        try (RawClient client = new RawClient(server.port())) {
            client.speak(1, "");
            Refusal old = client.refused(new ClientMessage.Hello("test", "1", Role.PLAYER));
            assertThat(old.code()).isEqualTo(ConnectionCode.UNSUPPORTED_VERSION);
            assertThat(old.field()).isEqualTo("proto_version");
            assertThat(old.text()).contains("protocol version 1", "the server 2");
            assertThat(old.legal()).isEqualTo("2");
            client.speak(Wire.PROTO_VERSION, "busan-9.9.9");
            assertThat(client.refused(new ClientMessage.Hello("test", "1", Role.PLAYER))
                            .code())
                    .isEqualTo(ConnectionCode.UNSUPPORTED_VERSION);
            client.speak(Wire.PROTO_VERSION, "busan-3.0.0");
            client.hello(Role.PLAYER);
        }
    }

    /** A match that was opened while the scenario had that ruleset goes on by it. */
    @Test
    void theRulesetThatTheScenarioHadBeforeIsPlayedToo() throws Exception {
        for (ScenarioFile earlier : Scenarios.earlier()) {
            try (RawClient client = new RawClient(server.port())) {
                client.speak(Wire.PROTO_VERSION, earlier.scenario().ruleset());
                client.hello(Role.PLAYER);
            }
        }
        assertThat(Scenarios.earlier()).isNotEmpty();
    }

    @Test
    void wishesThatCannotBeGrantedSayWhatCan() throws Exception {
        try (RawClient client = greeted(Role.PLAYER)) {
            Refusal scenario = client.refused(new ClientMessage.CreateRoom(
                    RawClient.key(), new RoomRequest("paris-1919", null, 0, 0, null, null, false)));
            assertThat(scenario.code()).isEqualTo(ConnectionCode.UNKNOWN_SCENARIO);
            assertThat(scenario.legal()).contains("busan-2025");
            Refusal bot = client.refused(new ClientMessage.CreateRoom(
                    RawClient.key(), new RoomRequest("busan-2025", null, 0, 0, null, "skynet", false)));
            assertThat(bot.code()).isEqualTo(ConnectionCode.UNKNOWN_BOT);
            assertThat(bot.field()).isEqualTo("cn_bot");
            assertThat(bot.legal()).contains("hawk");
            for (int rounds : new int[] {-1, 65, Integer.MAX_VALUE}) {
                assertThat(client.refused(new ClientMessage.CreateRoom(
                                        RawClient.key(),
                                        new RoomRequest("busan-2025", null, rounds, 0, null, null, false)))
                                .code())
                        .isEqualTo(ConnectionCode.OUT_OF_RANGE);
            }
            for (long window : new long[] {-1, 1, 99, 604_800_001, Long.MAX_VALUE, Long.MIN_VALUE}) {
                assertThat(client.refused(new ClientMessage.CreateRoom(
                                        RawClient.key(),
                                        new RoomRequest("busan-2025", null, 0, window, null, null, false)))
                                .code())
                        .isEqualTo(ConnectionCode.OUT_OF_RANGE);
            }
            assertThat(client.refused(new ClientMessage.CreateRoom(
                                    "1", new RoomRequest("busan-2025", null, 0, 0, null, null, false)))
                            .code())
                    .as("a key that others could guess")
                    .isEqualTo(ConnectionCode.MALFORMED);
            client.createRoom(64, 604_800_000, "hold", "hawk");
        }
    }

    @Test
    void aRoomIsEnteredOnlyAsItsStateAllows() throws Exception {
        try (RawClient us = greeted(Role.PLAYER);
                RawClient cn = greeted(Role.PLAYER);
                RawClient late = greeted(Role.PLAYER);
                RawClient commentator = greeted(Role.OMNISCIENT)) {
            ServerMessage.RoomCreated room = us.ask(
                    new ClientMessage.CreateRoom(
                            RawClient.key(), new RoomRequest("busan-2025", null, 2, 0, null, null, false)),
                    ServerMessage.RoomCreated.class);
            us.join(room.roomCode(), "Ann");
            ClientMessage start = new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0);
            assertThat(us.refused(start).code()).isEqualTo(ConnectionCode.SEATS_VACANT);
            String code = room.roomCode();
            for (String name : List.of("", " Bo", "B\u202eo", "x".repeat(25), "\u001b[31mBo")) {
                assertThat(cn.refused(new ClientMessage.JoinRoom(RawClient.key(), code, null, name, false))
                                .code())
                        .as("name '%s'", name)
                        .isEqualTo(ConnectionCode.BAD_NAME);
            }
            assertThat(cn.refused(new ClientMessage.JoinRoom(RawClient.key(), code, null, "ANN", false))
                            .code())
                    .isEqualTo(ConnectionCode.NAME_TAKEN);
            assertThat(cn.refused(new ClientMessage.JoinRoom(RawClient.key(), code, Side.US, "Bo", false))
                            .code())
                    .isEqualTo(ConnectionCode.SIDE_TAKEN);
            cn.join(code, "Bo");
            assertThat(cn.refused(start).code()).isEqualTo(ConnectionCode.NOT_CREATOR);
            ClientMessage join = new ClientMessage.JoinRoom(RawClient.key(), code, null, "Cy", false);
            assertThat(late.refused(join).code()).isEqualTo(ConnectionCode.ROOM_FULL);
            us.ask(start, ServerMessage.Saved.class);
            assertThat(us.refused(start).code()).isEqualTo(ConnectionCode.ROOM_STARTED);
            assertThat(late.refused(join).code()).isEqualTo(ConnectionCode.ROOM_STARTED);
            assertThat(commentator.refused(join).code())
                    .as("all hands are shown in open-book rooms only")
                    .isEqualTo(ConnectionCode.NOT_ALLOWED);
        }
    }

    @Test
    void anEmptyFrameEndsTheConnection() throws Exception {
        try (RawClient client = greeted(Role.PLAYER)) {
            client.sendBytes((byte) 0);
            assertThat(client.awaitMessage(ServerMessage.Closing.class).cause()).isEqualTo(ClosingCause.BAD_FRAME);
            assertThat(client.isClosedByServer()).isTrue();
        }
        await().until(() -> ends(DisconnectCause.BAD_FRAME) == 1);
    }

    @Test
    void framesAreLimitedAndMoreSoBeforeTheHello() throws Exception {
        try (RawClient client = new RawClient(server.port())) {
            client.sendBytes(length(Wire.LOGIN_FRAME_BYTES + 1));
            assertThat(client.isClosedByServer()).isTrue();
        }
        try (RawClient client = greeted(Role.PLAYER)) {
            client.sendBytes(length(Wire.LOGIN_FRAME_BYTES + 1));
            client.sendBytes(new byte[100]);
            // Too long before the hello, the beginning of a frame after it.
            try (RawClient other = greeted(Role.PLAYER)) {
                other.ask(new ClientMessage.Ping(1), ServerMessage.Pong.class);
            }
            await().until(() -> ends(DisconnectCause.BAD_FRAME) == 1);
        }
        try (RawClient client = greeted(Role.PLAYER)) {
            client.sendBytes(length(Wire.FRAME_BYTES + 1));
            assertThat(client.isClosedByServer()).isTrue();
        }
        await().until(() -> ends(DisconnectCause.BAD_FRAME) == 2);
    }

    private static byte[] length(int value) {
        return new byte[] {(byte) (value | 0x80), (byte) (value >> 7 | 0x80), (byte) (value >> 14)};
    }

    @Test
    void whoDoesNotSayHelloInFiveSecondsIsGone() throws Exception {
        try (RawClient silent = new RawClient(server.port());
                RawClient slow = new RawClient(server.port())) {
            slow.sendBytes((byte) 20);
            assertThat(silent.isClosedByServer()).isTrue();
            assertThat(slow.isClosedByServer()).isTrue();
        }
        await().until(() -> ends(DisconnectCause.LOGIN_TIMEOUT) == 2);
    }

    @Test
    void twoDevicesSwapTheSeatTwentyTimes() throws Exception {
        try (RawClient first = greeted(Role.PLAYER);
                RawClient opponent = greeted(Role.PLAYER)) {
            ServerMessage.RoomCreated room = first.createRoom(2, 0, null, null);
            String token = first.join(room.roomCode(), "Ann").token();
            opponent.join(room.roomCode(), "Bo");
            first.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
            String[] tokens = {token, token};
            List<RawClient> open = new ArrayList<>(List.of(first));
            for (int swap = 0; swap < 20; swap++) {
                RawClient device = greeted(Role.PLAYER);
                ServerMessage.Resumed back =
                        device.ask(new ClientMessage.Resume(tokens[swap % 2], 0), ServerMessage.Resumed.class);
                assertThat(back.seat()).isNotNull();
                assertThat(back.seat().side()).isEqualTo(Side.US);
                tokens[swap % 2] = back.token();
                RawClient before = open.get(open.size() - 1);
                before.awaitMessage(ServerMessage.TakenOver.class);
                assertThat(before.isClosedByServer()).isTrue();
                Notice.RoundOpened opened = device.await(Notice.RoundOpened.class, any -> true);
                assertThat(opened.observation().openRound()).isEqualTo(1);
                device.ask(
                        new ClientMessage.Do(room.matchId(), 1, RawClient.key(), new Deed.Ready(swap % 2 == 1, 0)),
                        ServerMessage.Saved.class);
                open.add(device);
            }
            for (RawClient device : open) {
                device.close();
            }
            await().until(() -> ends(DisconnectCause.TAKEN_OVER) == 20);
        }
    }

    @Test
    void anOldTokenOpensNothing() throws Exception {
        try (RawClient client = greeted(Role.PLAYER)) {
            ServerMessage.RoomCreated room = client.createRoom(2, 0, null, null);
            String first = client.join(room.roomCode(), "Ann").token();
            String second;
            try (RawClient again = greeted(Role.PLAYER)) {
                second = again.ask(new ClientMessage.Resume(first, 0), ServerMessage.Resumed.class)
                        .token();
            }
            try (RawClient again = greeted(Role.PLAYER)) {
                again.ask(new ClientMessage.Resume(second, 0), ServerMessage.Resumed.class);
            }
            try (RawClient thief = greeted(Role.PLAYER)) {
                assertThat(thief.refused(new ClientMessage.Resume(first, 0)).code())
                        .isEqualTo(ConnectionCode.BAD_TOKEN);
                assertThat(thief.refused(new ClientMessage.Resume(room.token(), 0))
                                .code())
                        .as("the creator's place ended when he sat down")
                        .isEqualTo(ConnectionCode.BAD_TOKEN);
                assertThat(thief.refused(new ClientMessage.Resume("x".repeat(43), 0))
                                .code())
                        .isEqualTo(ConnectionCode.BAD_TOKEN);
                assertThat(thief.refused(new ClientMessage.Resume("short", 0)).code())
                        .isEqualTo(ConnectionCode.BAD_TOKEN);
            }
        }
    }

    @Test
    void aRequestWhoseAnswerWasLostGivesTheSamePlaceAgain() throws Exception {
        ClientMessage create = new ClientMessage.CreateRoom(
                RawClient.key(), new RoomRequest("busan-2025", null, 2, 0, null, null, false));
        ServerMessage.RoomCreated room;
        try (RawClient client = greeted(Role.PLAYER)) {
            room = client.ask(create, ServerMessage.RoomCreated.class);
        }
        try (RawClient again = greeted(Role.PLAYER)) {
            ServerMessage.RoomCreated same = again.ask(create, ServerMessage.RoomCreated.class);
            assertThat(same.roomCode()).isEqualTo(room.roomCode());
            assertThat(same.token()).isNotEqualTo(room.token());
        }
        ClientMessage join = new ClientMessage.JoinRoom(RawClient.key(), room.roomCode(), Side.CN, "Bo", false);
        for (int i = 0; i < 3; i++) {
            try (RawClient client = greeted(Role.PLAYER)) {
                assertThat(client.ask(join, ServerMessage.Seated.class).seat().side())
                        .isEqualTo(Side.CN);
            }
        }
    }

    @Test
    void observersWhoDoNotReadHoldNobodyUp() throws Exception {
        List<RawClient> stalled = new ArrayList<>();
        try (RawClient creator = greeted(Role.OMNISCIENT)) {
            ServerMessage.RoomCreated room = creator.createRoom(64, 0, "hawk", "tft");
            for (int i = 0; i < 50; i++) {
                RawClient client = new RawClient(server.port(), 4_096).hello(Role.OMNISCIENT);
                client.send(new ClientMessage.JoinRoom(RawClient.key(), room.roomCode(), null, "", false));
                stalled.add(client);
            }
            creator.ask(
                    new ClientMessage.JoinRoom(RawClient.key(), room.roomCode(), null, "", false),
                    ServerMessage.Watching.class);
            creator.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
            Notice.MatchOver over = creator.await(Notice.MatchOver.class, any -> true);
            assertThat(over.rounds()).isEqualTo(64);
        } finally {
            for (RawClient client : stalled) {
                client.close();
            }
        }
    }

    @Test
    void aFloodOfRequestsEndsTheConnection() throws Exception {
        try (RawClient client = greeted(Role.PLAYER)) {
            int sent = 0;
            try {
                while (ends(DisconnectCause.FLOOD) == 0 && sent++ < 500) {
                    // The largest frame that is allowed: 64 KiB of nothing that the schema knows.
                    client.sendBytes(length(Wire.FRAME_BYTES - 8));
                    byte[] padding = new byte[Wire.FRAME_BYTES - 8];
                    padding[0] = 0x12;
                    padding[1] = (byte) 0xF5;
                    padding[2] = (byte) 0xFF;
                    padding[3] = 0x03;
                    client.sendBytes(padding);
                }
            } catch (SocketException cut) {
                // That is what the test is about.
            }
            await().until(() -> ends(DisconnectCause.FLOOD) + ends(DisconnectCause.BAD_FRAME) == 1);
        }
    }
}
