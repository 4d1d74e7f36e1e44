package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.ServerLimits;
import dev.truce.app.log.AuditFile;
import dev.truce.engine.board.Side;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.protocol.message.ServerMessage;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A stranger with one address opens everything that can be opened, in any order and more of it than there may be; an honest student, a desk, a board,
 * a bot and a monitor at another address are served as before.
 */
class StrangerTest extends HeldClass {
    private static final String TEMPLATE = "title: Seminar\nscenario: busan-2025\nbot: hold\nentry: list\nwatch: all\n";
    private static final List<String> NAMES = List.of("Student 1", "Student 2", "Student 3", "Student 4");
    private static final String LIST = "Name,Student number\nStudent 1,s1\nStudent 2,s2\nStudent 3,s3\nStudent 4,s4\n";
    private static final int ROOMS = 12;
    private static final int STRANGERS = 4;
    private static final int PATIENCE_SECONDS = 15;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private InetAddress from = InetAddress.getLoopbackAddress();

    /** What a stranger opens. */
    private enum Kind {
        ROOMS,
        THOUGHTS,
        BOARDS,
        DEVICES,
        PAGES,
        SILENCE,
        NUMBERS,
        TRIES,
        FIGURES
    }

    private RawClient stranger(TruceServer server, Role role) throws IOException {
        RawClient client = new RawClient(server.port(), from);
        opened.add(client);
        return client.hello(role);
    }

    /** Somebody who may have been sent away by those who came after him. */
    private void tries(TruceServer server, Role role, ClientMessage wish) {
        try {
            stranger(server, role).ask(wish);
        } catch (IOException sentAway) {
            assertThat(sentAway).isNotInstanceOf(BindException.class);
        }
    }

    private Socket connected(TruceServer server, String text) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port(), from, 0);
        opened.add(socket);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private void opens(TruceServer server, Kind kind) throws Exception {
        switch (kind) {
            case ROOMS -> {
                for (int i = 0; i < 2 * ROOMS; i++) {
                    tries(server, Role.PLAYER, room("hold"));
                }
            }
            case THOUGHTS -> {
                for (int i = 0; i < 3; i++) {
                    RawClient client = stranger(server, Role.OBSERVER);
                    ServerMessage answer = client.ask(new ClientMessage.CreateRoom(
                            RawClient.key(), new RoomRequest("busan-2025", 7L, 12, 0, "search", "search", false)));
                    if (answer instanceof ServerMessage.RoomCreated room) {
                        client.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0));
                    }
                }
            }
            case BOARDS -> {
                for (int i = 0; i < 120; i++) {
                    tries(server, Role.OBSERVER, of(new ClassRequest.Watch(RawClient.key(), code, 0, "")));
                }
            }
            case DEVICES -> {
                for (int i = 0; i < 120; i++) {
                    tries(server, Role.PLAYER, picks(NAMES.get(i % NAMES.size()), "stranger " + i));
                }
            }
            case PAGES -> {
                for (int i = 0; i < 10 * STRANGERS; i++) {
                    connected(server, "GET /health HTTP/1.1\r\nHost: x\r\n\r\n");
                }
            }
            case SILENCE -> {
                for (int i = 0; i < 10 * STRANGERS; i++) {
                    connected(server, "");
                }
            }
            case NUMBERS -> {
                RawClient client = stranger(server, Role.PLAYER);
                ServerMessage answer = client.ask(room("hold"));
                if (answer instanceof ServerMessage.RoomCreated room) {
                    client.claims(Long.MAX_VALUE);
                    client.ask(new ClientMessage.Ping(Long.MAX_VALUE));
                    tries(server, Role.PLAYER, new ClientMessage.Resume(room.token(), Long.MAX_VALUE));
                }
            }
            case TRIES -> {
                RawClient client = stranger(server, Role.PLAYER);
                for (int i = 0; i < 200; i++) {
                    client.ask(new ClientMessage.Hello("test", "1", Role.PLAYER));
                }
            }
            case FIGURES -> {
                for (int i = 0; i < 10 * STRANGERS; i++) {
                    connected(server, "GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n");
                }
            }
        }
    }

    private static ClientMessage room(String bot) {
        return new ClientMessage.CreateRoom(RawClient.key(), new RoomRequest("busan-2025", 7L, 2, 0, null, bot, false));
    }

    private ClientMessage picks(String name, String device) {
        return of(new ClassRequest.Enter(RawClient.key(), code, name, "device of " + device + " 0123456789"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void takesNothingFromOthers(long seed) throws Exception {
        try {
            from = InetAddress.getByName("127.0.0.66");
            new Socket(InetAddress.getLoopbackAddress(), 1, from, 0).close();
        } catch (BindException other) {
            Assumptions.abort("this machine has no second address on its loop");
        } catch (IOException nobodyListensThere) {
            assertThat(from.isLoopbackAddress()).isTrue();
        }
        List<Kind> kinds = new ArrayList<>(List.of(Kind.values()));
        Collections.shuffle(kinds, new Random(seed));
        ServerLimits limits = ServerLimits.STANDARD
                .edit()
                .rooms(ROOMS)
                .connections(400)
                .strangersPerAddress(STRANGERS)
                .done();
        String match;
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data).withLimits(limits), TestParts.real());
                RawClient desk = openClass(server, data, TEMPLATE, LIST);
                RawClient student = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient board = RawClient.greeted(server.port(), Role.OBSERVER);
                RawClient host = RawClient.greeted(server.port(), Role.PLAYER)) {
            does(desk, "doors open");
            for (String name : NAMES.subList(1, 4)) {
                try (RawClient other = RawClient.greeted(server.port(), Role.PLAYER)) {
                    other.ask(picks(name, name), ServerMessage.Seated.class);
                }
            }
            ServerMessage.Seated seated = student.ask(picks("Student 1", "Student 1"), ServerMessage.Seated.class);
            board.ask(of(new ClassRequest.Watch(RawClient.key(), code, 0, deskKey())), ServerMessage.OfClass.class);
            ServerMessage.RoomCreated room = host.ask(room("tft"), ServerMessage.RoomCreated.class);
            match = room.matchId();
            ApiDesk http = new ApiDesk(server.port(), "");
            assertThat(http.enter(code, deskKey()).status()).isEqualTo(200);
            CompletableFuture<ApiDesk.Answer> poll =
                    http.getLater("state?after=" + http.get("state").object().get("number"));

            for (Kind kind : kinds) {
                opens(server, kind);
            }

            // The desk over HTTP hears what it waits for, and the board sees it.
            does(desk, "start");
            assertThat(poll.get(PATIENCE_SECONDS, TimeUnit.SECONDS).status()).isEqualTo(200);
            isOpen(board);
            // The student plays, and another device of his waits and is admitted.
            student.ask(
                    new ClientMessage.Do(seated.matchId(), 1, RawClient.key(), new Deed.Ready(true, 0)),
                    ServerMessage.Saved.class);
            try (RawClient phone = RawClient.greeted(server.port(), Role.PLAYER);
                    RawClient projector = RawClient.greeted(server.port(), Role.OBSERVER);
                    RawClient another = RawClient.greeted(server.port(), Role.PLAYER)) {
                int device = ((ClassNews.Entered) phone.ask(picks("Student 1", "phone"), ServerMessage.OfClass.class)
                                .news())
                        .held();
                does(desk, "admit " + device);
                projector.ask(of(new ClassRequest.Watch(RawClient.key(), code, 0, "")), ServerMessage.OfClass.class);
                // The room that was there before can be entered by its code, and its bot answers.
                Side own = host.join(room.roomCode(), "Ann").seat().side();
                host.ask(new ClientMessage.Direct(match, new HostAct.Start(), 0), ServerMessage.Saved.class);
                host.play(match, own, 1);
                another.ask(room("tft"), ServerMessage.RoomCreated.class);
            }
            assertThat(HttpProbe.get(server.port(), "/health").status()).isEqualTo(200);
            assertThat(HttpProbe.metrics(server.port(), data).status()).isEqualTo(200);
            assertThat(TestParts.uncaught(server)).isZero();
            for (AutoCloseable each : opened) {
                each.close();
            }
        }
        assertThat(Files.readAllLines(data.resolve(AuditFile.NAME)))
                .anyMatch(line -> line.contains("ROOM_OPENED") && line.contains(match))
                .anyMatch(line -> line.contains("DESK_ENTERED"))
                .anyMatch(line -> line.contains("DESK_ACTED"));
    }
}
