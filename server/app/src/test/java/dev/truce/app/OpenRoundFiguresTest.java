package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.ServerConfig;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Reply;
import dev.truce.match.Notice;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.match.notation.DeedReader;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.scenario.Scenarios;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No figure moves by what one seat does in an open round. */
class OpenRoundFiguresTest extends HeldClass {
    /** What the machine does, and what waits at this moment, moves with everything, the tests beside this one included. */
    private static final String MACHINE = "(jvm|process|system|netty|executor|cache)_.*|truce_loop_lateness_.*|#.*"
            + "|truce_(held_bytes|mailbox_inputs|journal_waiting_writes|bot_waiting_tasks) .*";

    private static final int DEEDS = 40;

    private static final int CALLS = 5;

    private static final String TEMPLATE = "title: Seminar\nscenario: busan-2025\nbot: hold\n";

    private static final String LIST = "Name,Student number\nStudent 1,s1\n";

    private static final List<String> LINES = List.of(
            "FENT=5",
            "SOY=1",
            "DUTY232<=eased",
            "PACE=9",
            "offer truce 4; SOY>=8",
            "offer SOY>=8",
            "withdraw US-1",
            "accept CN-9",
            "say hello",
            "warn FENT",
            "promise SOY",
            "notice",
            "nonsense");

    private static final DeedReader READER = new DeedReader(Side.US, 1, Scenarios.busan2025());

    private static String figures(TruceServer server) {
        return server.registry()
                .scrape()
                .lines()
                .filter(line -> !line.matches(MACHINE))
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whateverASeatDoes(long seed) throws Exception {
        Random random = new Random(seed);
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real());
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient cn = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.RoomCreated room = us.ask(
                    new ClientMessage.CreateRoom(
                            RawClient.key(), new RoomRequest("busan-2025", 3L, 6, 0, null, null, false)),
                    ServerMessage.RoomCreated.class);
            us.join(room.roomCode(), "Ann");
            cn.join(room.roomCode(), "Bo");
            us.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
            us.await(Notice.RoundOpened.class, any -> true);
            cn.await(Notice.RoundOpened.class, any -> true);
            String before = figures(server);
            double frames = frames(server) - us.sent() - cn.sent();
            for (int i = 0; i < DEEDS; i++) {
                does(us, room.matchId(), random);
                assertThat(figures(server)).isEqualTo(before);
            }
            us.ready(room.matchId(), Side.US, 1);
            cn.ready(room.matchId(), Side.CN, 1);
            cn.await(Notice.RoundResolved.class, any -> true);
            assertThat(frames(server))
                    .as("all is published when the round is closed")
                    .isEqualTo(frames + us.sent() + cn.sent());
        }
    }

    @Test
    void whenAStudentCallsForHelp() throws Exception {
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real());
                RawClient desk = openClass(server, data, TEMPLATE, LIST);
                RawClient ann = RawClient.greeted(server.port(), Role.PLAYER)) {
            does(desk, "doors open");
            String matchId = sits(ann, "s1").matchId();
            does(desk, "start");
            ann.await(Notice.RoundOpened.class, any -> true);
            isOpen(desk);
            String before = classFigures(server);
            for (int call = 1; call <= CALLS; call++) {
                ann.ask(of(new ClassRequest.CallForHelp("Do we lose A" + call + "?")), ServerMessage.Saved.class);
                assertThat(classFigures(server)).isEqualTo(before);
            }
            ann.play(matchId, Side.US, 1);
            assertThat(server.registry().get("truce.help.calls").counter().count())
                    .as("all is published when the round is closed")
                    .isEqualTo(CALLS);
        }
    }

    /** The figures but for how long a round is open, which time moves. */
    private static String classFigures(TruceServer server) {
        return figures(server)
                .lines()
                .filter(line -> !line.startsWith("truce_class_open_round_seconds"))
                .collect(Collectors.joining("\n"));
    }

    private static double frames(TruceServer server) {
        return server.registry().get("truce.frames.received").counter().count();
    }

    /** A deed, a second thought, or a try that is refused. */
    private static void does(RawClient client, String matchId, Random random) throws Exception {
        switch (random.nextInt(8)) {
            case 0 -> client.ask(deed(matchId, new Deed.Ready(true, 0)));
            case 1 -> client.ask(deed(matchId, new Deed.Ready(false, 0)));
            case 2 -> client.ask(deed(matchId, new Deed.Undo()));
            case 3 -> client.ask(new ClientMessage.Do(matchId, 7, RawClient.key(), new Deed.Ready(true, 0)));
            case 4 -> client.ask(new ClientMessage.Direct(matchId, new HostAct.StandIn(Side.CN, 1, "no-bot"), 0));
            case 5 -> client.ask(new ClientMessage.Hello("test", "1", Role.PLAYER));
            default -> {
                for (Reply<Deed> read : READER.read(LINES.get(random.nextInt(LINES.size())))) {
                    if (read instanceof Reply.Done<Deed> done) {
                        client.ask(deed(matchId, done.value()));
                    }
                }
            }
        }
    }

    private static ClientMessage deed(String matchId, Deed deed) {
        return new ClientMessage.Do(matchId, 1, RawClient.key(), deed);
    }
}
