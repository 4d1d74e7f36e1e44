package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.ServerConfig;
import dev.truce.engine.board.Side;
import dev.truce.match.Notice;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.codec.ClientFrames;
import dev.truce.protocol.codec.ServerFrames;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.protocol.v2.ClientEnvelope;
import dev.truce.protocol.v2.ServerEnvelope;
import dev.truce.scenario.Scenarios;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of WIRE.md, byte by byte, is what a server really says to what the page has a client say. */
class WireExampleTest {
    private static final Path PAGE = Path.of("../../protocol/WIRE.md");

    /** The scenario whose ruleset the page's frames carry. */
    private static final String SCENARIO = "busan-2025-r1";

    @TempDir
    Path data;

    /** The bytes of one frame of the page, and whose they are. */
    private record Spoken(boolean client, byte[] bytes) {}

    private static List<Spoken> example() throws Exception {
        String page = Files.readString(PAGE);
        String example = page.substring(page.indexOf("<!-- example -->"), page.indexOf("<!-- /example -->"));
        List<Spoken> spoken = new ArrayList<>();
        StringBuilder hex = new StringBuilder();
        boolean client = false;
        for (String line : (example + "\nend:").split("\n")) {
            if (line.startsWith("    ")) {
                hex.append(line.replace(" ", ""));
            } else if (line.contains(":")) {
                if (hex.length() > 0) {
                    spoken.add(new Spoken(client, HexFormat.of().parseHex(hex)));
                    hex.setLength(0);
                }
                client = line.startsWith("client");
            }
        }
        return spoken;
    }

    private static ClientFrame client(Spoken spoken) throws Exception {
        return ClientFrames.toGame(ClientEnvelope.parseDelimitedFrom(new ByteArrayInputStream(spoken.bytes)));
    }

    private static ServerFrame server(Spoken spoken) throws Exception {
        return ServerFrames.toGame(ServerEnvelope.parseDelimitedFrom(new ByteArrayInputStream(spoken.bytes)));
    }

    @Test
    void aServerAnswersAsThePageSays() throws Exception {
        List<Spoken> example = example();
        assertThat(example).hasSizeGreaterThan(8);
        try (TruceServer server =
                        TruceServer.startFiles(ServerConfig.embedded(data), List.of(Scenarios.file(SCENARIO)));
                RawClient owner = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient lee = new RawClient(server.port())) {
            ServerMessage.RoomCreated room = owner.ask(
                    new ClientMessage.CreateRoom(
                            RawClient.key(), new RoomRequest(SCENARIO, 7L, 4, 0, null, null, false)),
                    ServerMessage.RoomCreated.class);
            owner.ask(
                    new ClientMessage.JoinRoom(RawClient.key(), room.roomCode(), Side.CN, "HAWK", false),
                    ServerMessage.Seated.class);
            int answered = 0;
            for (Spoken spoken : example) {
                if (spoken.client) {
                    ClientFrame frame = client(spoken);
                    lee.speak(frame.protoVersion(), frame.ruleset());
                    assertThat(lee.send(here(frame.body(), room))).isEqualTo(frame.requestId());
                } else {
                    ServerFrame told = server(spoken);
                    if (told.replyTo() == 0) {
                        owner.ask(
                                new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0),
                                ServerMessage.Saved.class);
                        owner.ask(
                                new ClientMessage.Do(room.matchId(), 1, RawClient.key(), new Deed.Submit(List.of())),
                                ServerMessage.Saved.class);
                        Notice.SeatStatus status = lee.await(
                                Notice.SeatStatus.class, it -> it.seat().side() == Side.CN);
                        assertThat(new ServerMessage.Told(status, 0)).isEqualTo(told.body());
                        assertThat(lee.lastSeq()).isEqualTo(told.seq());
                    } else {
                        ServerFrame answer = lee.next();
                        while (answer.replyTo() != told.replyTo()) {
                            answer = lee.next();
                        }
                        same(told.body(), answer.body());
                        assertThat(answer.ruleset()).isEqualTo(told.ruleset());
                        answered++;
                    }
                }
            }
            assertThat(answered)
                    .isEqualTo((int) example.stream().filter(Spoken::client).count());
        }
    }

    /** Asks for the room that there is instead of the page's. */
    private static ClientMessage here(ClientMessage body, ServerMessage.RoomCreated room) {
        if (body instanceof ClientMessage.JoinRoom join) {
            return new ClientMessage.JoinRoom(join.key(), room.roomCode(), join.side(), join.name(), join.bot());
        } else if (body instanceof ClientMessage.Do does) {
            return new ClientMessage.Do(room.matchId(), does.round(), does.key(), does.deed());
        }
        return body;
    }

    /** Compares all but codes, ids, tokens, versions and times. */
    private static void same(ServerMessage page, ServerMessage real) {
        assertThat(real).isInstanceOf(page.getClass());
        if (page instanceof ServerMessage.Welcome welcome) {
            assertThat(((ServerMessage.Welcome) real).limits()).isEqualTo(welcome.limits());
        } else if (page instanceof ServerMessage.Seated seated) {
            ServerMessage.Seated there = (ServerMessage.Seated) real;
            assertThat(there.seat()).isEqualTo(seated.seat());
            assertThat(there.opponentName()).isEqualToIgnoringCase(seated.opponentName());
        } else if (page instanceof ServerMessage.Saved saved) {
            ServerMessage.Saved there = (ServerMessage.Saved) real;
            assertThat(there.key()).isEqualTo(saved.key());
            assertThat(there.round()).isEqualTo(saved.round());
            assertThat(there.orders()).isEqualTo(saved.orders());
        } else if (page instanceof ServerMessage.Refused refused) {
            ServerMessage.Refused there = (ServerMessage.Refused) real;
            assertThat(there.key()).isEqualTo(refused.key());
            assertThat(there.refusal()).isEqualTo(refused.refusal());
        }
    }
}
