package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.StartException;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.match.Notice;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.TablePhase;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomFact;
import dev.truce.protocol.message.ServerMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How a table ended, while another of its class plays the same seed: through no door does its seed, its salt or what was covert leave the
 * server. Once the last table is over, or the class is finished, all of it comes.
 */
class ClassEndTest extends HeldClass {
    private static final String TEMPLATE = """
        title: Seminar 3
        scenario: busan-2025
        rounds: 3
        minutes: 5
        bot: hold
        """;

    private static final String LIST = """
        Name,Student number,Table
        Annabelle Archer,s2210443,1
        Bohumil Baker,s2210444,1
        Cyprian Cole,s2210445,2
        """;

    private static final int MOST_LOOKS = 20;

    private static final String ANN = "s2210443";
    private static final String CY = "s2210445";

    /** What a record has that tells the seed; no other line of it does. */
    private static final List<String> SECRETS = List.of("[Seed", "[SeedSalt");

    private final List<RawClient> all = new ArrayList<>();

    private TruceServer start() throws StartException {
        return TruceServer.start(ServerConfig.embedded(data), TestParts.real().withTimers(new HandTimers()));
    }

    @AfterEach
    void leaves() throws IOException {
        for (RawClient client : all) {
            client.close();
        }
    }

    private RawClient greeted(TruceServer server, Role role) throws IOException {
        RawClient client = RawClient.greeted(server.port(), role);
        all.add(client);
        return client;
    }

    private RawClient seated(TruceServer server, String student) throws IOException {
        RawClient client = greeted(server, Role.PLAYER);
        sits(client, student);
        return client;
    }

    private RawClient watches(TruceServer server, int table) throws IOException {
        RawClient client = greeted(server, Role.OBSERVER);
        client.ask(of(new ClassRequest.Watch(RawClient.key(), code, table, "")), ServerMessage.class);
        return client;
    }

    private static RawClient withheld(RawClient client) throws IOException {
        while (!client.awaitMessage(ServerMessage.RoomChanged.class).facts().contains(RoomFact.END_WITHHELD)) {
            // Who comes and goes is told in the same message.
        }
        return client;
    }

    private static void over(RawClient desk, int table) throws IOException {
        while (true) {
            if (desk.awaitMessage(ServerMessage.OfClass.class).news() instanceof ClassNews.TableChanged told
                    && told.table() == table
                    && told.phase() == TablePhase.OVER) {
                return;
            }
        }
    }

    private static void opened(RawClient client, int round) throws IOException {
        client.await(Notice.RoundOpened.class, open -> open.observation().openRound() == round);
    }

    /**
     * Two tables.
     *
     * @param token opens the seat of Ann
     */
    private record Tables(RawClient desk, RawClient ann, RawClient bo, String token) {}

    /** Two tables in round 2 of 3; the first ends with it, and the second plays on. */
    private Tables firstEnds(TruceServer server, String template) throws IOException {
        RawClient desk = openClass(server, data, template, LIST);
        all.add(desk);
        does(desk, "doors open");
        RawClient ann = greeted(server, Role.PLAYER);
        ServerMessage.Seated seat = sits(ann, ANN);
        String first = seat.matchId();
        RawClient bo = seated(server, "s2210444");
        RawClient cy = greeted(server, Role.PLAYER);
        String second = sits(cy, CY).matchId();
        does(desk, "start");
        opened(cy, 1);
        does(desk, "1: end-with r2");
        cy.ready(second, Side.US, 1);
        for (int round = 1; round <= 2; round++) {
            opened(ann, round);
            opened(bo, round);
            ann.ready(first, Side.US, round);
            bo.ready(first, Side.CN, round);
        }
        opened(cy, 2);
        return new Tables(desk, ann, bo, seat.token());
    }

    private static Map<String, ClassRequest.ReadText> documents() {
        Map<String, ClassRequest.ReadText> all = new LinkedHashMap<>();
        for (ClassRequest.ClassDocument document : ClassRequest.ClassDocument.values()) {
            for (ClassRequest.Naming naming : ClassRequest.Naming.values()) {
                for (String language : List.of("en", "zh")) {
                    all.put(
                            document + " " + naming + " " + language,
                            new ClassRequest.ReadText(document, language, naming, 1, "", "", 0));
                }
            }
        }
        return all;
    }

    private static final List<String> PAGES = List.of(
            "debrief?names=real",
            "debrief?names=off&table=1",
            "debrief?format=md",
            "debrief?format=html&lang=zh",
            "grades.csv");

    /** Comes through every door of a table that is over, and of its class. */
    private void triesAllDoors(TruceServer server, RawClient desk, String token) throws Exception {
        RawClient resumed = greeted(server, Role.PLAYER);
        resumed.ask(new ClientMessage.Resume(token, 0), ServerMessage.Resumed.class);
        withheld(resumed);
        withheld(seated(server, ANN));
        withheld(watches(server, 1));
        watches(server, 0);
        for (Map.Entry<String, ClassRequest.ReadText> document : documents().entrySet()) {
            assertThat(desk.refused(of(document.getValue())).code())
                    .as(document.getKey())
                    .isEqualTo(RefusalCode.WRONG_PHASE);
            RawClient reader = greeted(server, Role.INSTRUCTOR);
            assertThat(reader.refused(of(document.getValue().withClassCode(code).withDeskKey(deskKey())))
                            .code())
                    .as(document.getKey())
                    .isEqualTo(RefusalCode.WRONG_PHASE);
        }
        ApiDesk http = new ApiDesk(server.port(), "");
        http.enter(code, deskKey());
        for (String page : PAGES) {
            assertThat(http.get(page).code()).as(page).isEqualTo("WRONG_PHASE");
        }
        for (String page : List.of("state", "list", "log")) {
            assertThat(http.get(page).body()).as(page).doesNotContain(SECRETS);
        }
    }

    private void nothingHasLeft() {
        assertThat(all).hasSizeGreaterThan(6).allSatisfy(client -> {
            for (byte[] frame : client.bytes()) {
                assertThat(new String(frame, StandardCharsets.ISO_8859_1)).doesNotContain(SECRETS);
            }
            assertThat(client.events())
                    .noneMatch(frame -> frame.body() instanceof ServerMessage.Told told
                            && told.notice() instanceof Notice.MatchOver);
        });
    }

    private static void tellsAll(RawClient client) throws IOException {
        assertThat(client.await(Notice.MatchOver.class, any -> true).recordText())
                .contains(SECRETS)
                .contains("[Result");
    }

    @Test
    void whileAnotherTablePlaysNoDoorTellsTheSeed() throws Exception {
        try (TruceServer server = start()) {
            Tables tables = firstEnds(server, TEMPLATE);
            RawClient watcher = watches(server, 1);
            does(tables.desk(), "1: reveal r2");
            over(tables.desk(), 1);
            withheld(tables.bo());
            withheld(watcher);
            triesAllDoors(server, tables.desk(), tables.token());
            nothingHasLeft();
        }
        try (TruceServer server = start()) {
            RawClient desk = enterDesk(server, deskToken);
            all.add(desk);
            over(desk, 1);
            RawClient ann = greeted(server, Role.PLAYER);
            String token = sits(ann, ANN).token();
            triesAllDoors(server, desk, token);
            nothingHasLeft();

            RawClient watcher = withheld(watches(server, 1));
            RawClient back = withheld(seated(server, ANN));
            RawClient cy = greeted(server, Role.PLAYER);
            String second = sits(cy, CY).matchId();
            opened(cy, 2);
            cy.ready(second, Side.US, 2);
            opened(cy, 3);
            cy.ready(second, Side.US, 3);
            for (RawClient there : List.of(back, watcher, cy)) {
                tellsAll(there);
            }
            tellsAll(seated(server, ANN));
            tellsAll(watches(server, 1));
            assertThat(ask(desk, documents().get("RECORDS OFF en"), ClassNews.TextRead.class)
                            .text())
                    .contains(SECRETS);
        }
        try (TruceServer server = start()) {
            tellsAll(seated(server, ANN));
        }
    }

    @Test
    void aClassThatIsFinishedTellsHowItsTablesEnded() throws Exception {
        try (TruceServer server = start()) {
            Tables tables = firstEnds(server, TEMPLATE);
            does(tables.desk(), "1: reveal r2");
            withheld(tables.ann());
            isToldNoEnd(tables.ann());
            ask(tables.desk(), wish("finish"), ClassNews.Done.class);
            tellsAll(tables.ann());
            tellsAll(tables.bo());
            // Who comes back later finds it too, by what the device has kept or by the slip.
            tellsAll(seated(server, ANN));
            RawClient resumed = greeted(server, Role.PLAYER);
            resumed.ask(new ClientMessage.Resume(tables.token(), 0), ServerMessage.Resumed.class);
            tellsAll(resumed);
            RawClient board = greeted(server, Role.OBSERVER);
            assertThat(board.refused(of(new ClassRequest.Watch(RawClient.key(), code, 0, "")))
                            .key())
                    .isEqualTo("refused.class_not_open.closed");
        }
    }

    @Test
    void whoseTableHadNotBegunIsToldThatTheClassHasEnded() throws Exception {
        try (TruceServer server = start()) {
            RawClient desk = openClass(server, data, TEMPLATE, LIST);
            all.add(desk);
            does(desk, "doors open");
            seated(server, ANN);
            ask(desk, wish("finish"), ClassNews.Done.class);
            RawClient again = greeted(server, Role.PLAYER);
            assertThat(again.refused(enter(ANN)).key()).isEqualTo("refused.class_not_open.ended");
        }
    }

    /** Which round is to be the last, said at which moment: what is refused changes nothing, and what is taken ends the match. */
    @ParameterizedTest
    @CsvSource({"false, 1, 1", "true, 1, 3", "true, 2, 2", "true, 4, 3"})
    void aClassEndsWithTheRoundThatIsTakenAsTheLast(boolean isOpen, int wanted, int last) throws Exception {
        try (TruceServer server = start()) {
            RawClient desk = openClass(server, data, TEMPLATE + "open: desk\n", LIST);
            all.add(desk);
            does(desk, "doors open");
            RawClient ann = seated(server, ANN);
            RawClient watcher = watches(server, 1);
            does(desk, "start");
            if (isOpen) {
                does(desk, "open r1");
                opened(ann, 1);
            }
            ClassNews.Done end = ask(desk, wish("end-with r" + wanted), ClassNews.Done.class);
            assertThat(end.refusals().isEmpty()).isEqualTo(wanted == last);
            assertThat(end.refusals())
                    .allSatisfy(
                            refusal -> assertThat(refusal.why().refusal().key()).isEqualTo("refused.no-end"));
            for (int round = 1; round <= last; round++) {
                if (round > 1 || !isOpen) {
                    does(desk, "open r" + round);
                    opened(ann, round);
                }
                advances(desk, round);
                if (round < last) {
                    isRevealed(desk, round + 1);
                }
            }
            over(desk, 1);
            tellsAll(ann);
            tellsAll(watcher);
            for (RawClient there : List.of(ann, watcher)) {
                assertThat(rounds(there))
                        .containsExactlyElementsOf(
                                IntStream.rangeClosed(1, last).boxed().toList());
            }
        }
    }

    /** Waits until both tables stand before a round: once all have closed the one before it, the class itself reveals that. */
    private static void isRevealed(RawClient desk, int next) throws IOException {
        Set<Integer> tables = new TreeSet<>();
        while (tables.size() < 2) {
            if (desk.awaitMessage(ServerMessage.OfClass.class).news() instanceof ClassNews.TableChanged told
                    && told.phase() == TablePhase.BETWEEN
                    && told.round() == next) {
                tables.add(told.table());
            }
        }
    }

    /** Closes a round as a person does: where bots got ready after the preview, it is looked at again. */
    private static void advances(RawClient desk, int round) throws IOException {
        List<Refusal> refusals;
        int times = 0;
        do {
            String expected = ask(desk, new ClassRequest.Preview(act("advance r" + round)), ClassNews.Previewed.class)
                    .expected();
            refusals =
                    refusals(desk.ask(of(new ClassRequest.Act(RawClient.key(), act("advance r" + round), expected))));
        } while (++times < MOST_LOOKS && refusals.stream().anyMatch(why -> why.code() == RefusalCode.STALE_PREVIEW));
        assertThat(refusals).isEmpty();
    }

    /** Returns why the class, or a table of it, did not do something: bots may get ready before either. */
    private static List<Refusal> refusals(ServerMessage answer) {
        if (answer instanceof ServerMessage.Refused refused) {
            return List.of(refused.refusal());
        }
        ClassNews.Done done = (ClassNews.Done) ((ServerMessage.OfClass) answer).news();
        return done.refusals().stream().map(each -> each.why().refusal()).toList();
    }

    /** Returns the rounds that somebody saw open. */
    private static List<Integer> rounds(RawClient client) {
        return client.events().stream()
                .map(frame -> frame.body() instanceof ServerMessage.Told told
                                && told.notice() instanceof Notice.RoundOpened opened
                        ? opened.observation().openRound()
                        : 0)
                .filter(round -> round > 0)
                .toList();
    }

    private static void isToldNoEnd(RawClient client) {
        assertThat(client.events())
                .noneMatch(frame ->
                        frame.body() instanceof ServerMessage.Told told && told.notice() instanceof Notice.MatchOver);
    }

    /** There each table has a seed of its own, and nobody else plays it. */
    @Test
    void aTableThatGoesOnByItselfTellsHowItEndedAtOnce() throws Exception {
        try (TruceServer server = start()) {
            Tables tables = firstEnds(server, TEMPLATE + "pace: free\n");
            tellsAll(tables.ann());
            tellsAll(tables.bo());
        }
    }
}
