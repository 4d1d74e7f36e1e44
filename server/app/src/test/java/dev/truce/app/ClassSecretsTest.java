package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.truce.app.config.ServerConfig;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.RequestedOrder;
import dev.truce.match.Notice;
import dev.truce.match.deed.Deed;
import dev.truce.protocol.codec.ServerFrames;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Classes that differ only in the orders that a side has sealed, and sealed before, look the same, to the byte, from every other place:
 * the other side, an observer of the table, the board, the desk, its JSON, the figures and the health of the server.
 */
class ClassSecretsTest extends HeldClass {
    private static final String TEMPLATE = """
        title: Seminar 3
        scenario: busan-2025
        rounds: 2
        minutes: 5
        open: desk
        reveal: desk
        bot: hold
        seed: 7f3a91c2d84be650a1f79c3d5e82b064
        """;

    private static final String LIST = """
        Name,Student number,Table,Seat
        Annabelle Archer,s1,1,US.head
        Bohumil Baker,s3,1,CN.head
        Cyprian Cole,s4,2,US.head
        """;

    /** Figures that are about time, or about how the journal grouped its writes. */
    private static final String UNSTEADY =
            "truce_(.*_seconds|journal|loop|mailbox|connections|frames|http|accepted|open_conn|disc|bot).*";

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-05-04T12:00:00Z"), ZoneOffset.UTC);

    /** How many pairs of classes are compared. */
    int pairs() {
        return 4;
    }

    @Test
    void whatASideHasSealedChangesNothingElsewhere() throws Exception {
        List<Map<String, String>> quiet = run(0);
        for (int secret = 1; secret <= pairs(); secret++) {
            List<Map<String, String>> other = run(secret);
            for (int moment = 0; moment < quiet.size(); moment++) {
                int at = moment;
                quiet.get(at)
                        .forEach((sink, said) -> assertThat(other.get(at).get(sink))
                                .as("%s at moment %d", sink, at)
                                .isEqualTo(said));
            }
        }
    }

    /** Everybody in one class. */
    private record People(
            ApiDesk desk, RawClient wire, RawClient ann, RawClient bo, RawClient watcher, RawClient board) {}

    private List<Map<String, String>> run(int secret) throws Exception {
        Path folder = data.resolve("run" + secret);
        Parts real = TestParts.real();
        Parts parts = new Parts(real.catalogue(), real.store(), new HandTimers(), NOON, real.ticker(), real.page());
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(folder), parts);
                RawClient wire = openClass(server, folder, TEMPLATE, LIST);
                RawClient watcher = RawClient.greeted(server.port(), Role.OBSERVER);
                RawClient board = RawClient.greeted(server.port(), Role.OBSERVER)) {
            ApiDesk desk = new ApiDesk(server.port(), "");
            assertThat(desk.enter(code, deskKey(folder)).status()).isEqualTo(200);
            // Pseudonyms are drawn, from other words.
            does(wire, "rename 1 Ann");
            does(wire, "rename 2 Bo");
            does(wire, "doors open");
            try (RawClient ann = sits(server, "s1");
                    RawClient bo = sits(server, "s3")) {
                watcher.ask(watch(1), ServerMessage.Watching.class);
                board.ask(watch(0), ServerMessage.OfClass.class);
                return play(server, new People(desk, wire, ann, bo, watcher, board), secret);
            }
        }
    }

    private ClientMessage watch(int table) {
        return of(new ClassRequest.Watch(RawClient.key(), code, table, ""));
    }

    private List<Map<String, String>> play(TruceServer server, People people, int secret) throws Exception {
        List<Map<String, String>> moments = new ArrayList<>();
        does(people.wire, "start");
        does(people.wire, "fill-gaps hold");
        does(people.wire, "open r1");
        people.bo.await(Notice.RoundOpened.class, any -> true);
        String id = table(people.desk).get("matchId").toString();
        keepsToItself(people, id, new SplittableRandom(secret));
        people.bo.await(Notice.SeatStatus.class, status -> status.seat().side() == Side.US && status.submitted());
        people.watcher.await(Notice.SeatStatus.class, status -> status.seat().side() == Side.US && status.submitted());
        await().until(() -> table(people.desk).toString().contains("submitted=true"));
        moments.add(sinks(server, people, id));
        does(people.ann, id, new Deed.Submit(List.of(new RequestedOrder(Instrument.US_PORT_FEE.ordinal(), 1))));
        people.ann.ready(id, Side.US, 1);
        people.bo.ready(id, Side.CN, 1);
        people.desk.awaitTables("SHUT", 1);
        does(people.wire, "reveal r1");
        people.bo.await(Notice.RoundResolved.class, any -> true);
        people.watcher.await(Notice.RoundResolved.class, any -> true);
        people.desk.awaitTables("BETWEEN", 2);
        moments.add(sinks(server, people, id));
        return moments;
    }

    private static void keepsToItself(People people, String match, SplittableRandom random) throws IOException {
        does(people.ann, match, new Deed.Submit(orders(random)));
        does(people.ann, match, new Deed.Submit(orders(random)));
    }

    private static List<RequestedOrder> orders(SplittableRandom random) {
        List<RequestedOrder> orders = new ArrayList<>();
        orders.add(new RequestedOrder(Instrument.US_FENTANYL_TARIFF.ordinal(), random.nextInt(5)));
        if (random.nextBoolean()) {
            orders.add(new RequestedOrder(Instrument.US_LICENCE_PACE.ordinal(), 1 + random.nextInt(2)));
        }
        return orders;
    }

    private static void does(RawClient client, String match, Deed deed) throws IOException {
        client.ask(new ClientMessage.Do(match, 1, RawClient.key(), deed), ServerMessage.Saved.class);
    }

    private static Map<String, Object> table(ApiDesk desk) throws Exception {
        return ApiDesk.tables(desk.get("state")).get(0);
    }

    private Map<String, String> sinks(TruceServer server, People people, String match) throws Exception {
        Map<String, String> sinks = new LinkedHashMap<>();
        sinks.put("the other side", events(people.bo, match));
        sinks.put("an observer of the table", events(people.watcher, match));
        sinks.put("the board", newest(people.board, match));
        sinks.put("the desk", newest(people.wire, match));
        sinks.put("the desk's JSON", without(table(people.desk).toString(), match));
        sinks.put("health", HttpProbe.get(server.port(), "/health").body());
        sinks.put(
                "figures",
                server.registry()
                        .scrape()
                        .lines()
                        .filter(line -> line.startsWith("truce_") && !line.matches(UNSTEADY))
                        .collect(Collectors.joining("\n")));
        return sinks;
    }

    private String events(RawClient client, String match) {
        return client.events().stream().map(frame -> hex(frame, match)).collect(Collectors.joining("\n"));
    }

    /** What is told of a class may be told in fewer or more steps; the last one counts. */
    private String newest(RawClient client, String match) throws IOException {
        client.send(new ClientMessage.Ping(1));
        String table = "";
        for (ServerFrame frame = client.next(); !(frame.body() instanceof ServerMessage.Pong); frame = client.next()) {
            if (frame.body() instanceof ServerMessage.OfClass news
                    && news.news() instanceof ClassNews.TableChanged changed
                    && changed.table() == 1) {
                table = hex(frame, match);
            }
        }
        assertThat(table).isNotEmpty();
        return table;
    }

    private String hex(ServerFrame frame, String match) {
        return without(new String(ServerFrames.toWire(frame).toByteArray(), StandardCharsets.ISO_8859_1), match);
    }

    /** Ids and codes are drawn for each class, of one length. */
    private String without(String text, String match) {
        String same = text.replace(match, "MATCH").replace(code, "CODE");
        return same.chars().allMatch(c -> c >= ' ' && c < 0x7F)
                ? same
                : HexFormat.of().formatHex(same.getBytes(StandardCharsets.ISO_8859_1));
    }
}
