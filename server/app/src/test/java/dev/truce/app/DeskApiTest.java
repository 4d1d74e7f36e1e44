package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.StartException;
import dev.truce.engine.board.Side;
import dev.truce.match.Notice;
import dev.truce.protocol.codec.json.WireJson;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.story.print.Json;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Desks over HTTP: what they do, who may, and what bounds them. */
class DeskApiTest extends HeldClass {
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
        Name,Student number,Table
        Annabelle Archer,s2210443,1
        Bohumil Baker,s2210444,1
        Cyprian Cole,s2210445,2
        """;

    private final HandTimers timers = new HandTimers();
    private TruceServer server;
    private RawClient wire;
    private ApiDesk desk;

    @BeforeEach
    void openAClass() throws Exception {
        start();
        wire = openClassOnly(server, data, TEMPLATE, LIST);
        desk = new ApiDesk(server.port(), "");
        assertThat(desk.enter(code, deskKey()).status()).isEqualTo(200);
    }

    private void start() throws StartException {
        server = TruceServer.start(ServerConfig.embedded(data), TestParts.real().withTimers(timers));
    }

    @AfterEach
    void stopWithoutABug() throws IOException {
        wire.close();
        assertThat(TestParts.uncaught(server)).isZero();
        server.close();
    }

    private static void done(ApiDesk.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.list("actDone", "refusals")).isEmpty();
    }

    private double waitingCalls() {
        return server.registry().get("truce.http.waiting").gauge().value();
    }

    /** Lets time pass until a slow answer is there. */
    private ApiDesk.Answer slow(CompletableFuture<ApiDesk.Answer> answer) throws Exception {
        await().until(() -> {
            timers.pass(50);
            return answer.isDone();
        });
        return answer.get();
    }

    @Test
    void aClassIsHeldOverHttp() throws Exception {
        assertThat(desk.awaitTables("LOBBY", 0)).hasSize(2);
        done(desk.act("doors open"));
        RawClient ann = sits(server, "s2210443");
        RawClient cy = sits(server, "s2210445");
        done(desk.act("start"));
        done(desk.act("fill-gaps hold"));
        for (int round = 1; round <= 2; round++) {
            desk.awaitTables("BETWEEN", round);
            done(desk.act("open r" + round + " 3:00"));
            desk.awaitTables("OPEN", round);
            done(desk.act("announce \"Round " + round + " is open\""));
            done(desk.act("pause"));
            assertThat(desk.awaitTables("OPEN", round)).allSatisfy(table -> {
                assertThat(table.get("paused")).isEqualTo(true);
                assertThat(table.get("leftMillis")).isEqualTo(180_000L);
            });
            done(desk.act("1: extend r" + round + " 1:00"));
            assertThat(desk.get("state").body()).contains("\"leftMillis\":240000", "\"leftMillis\":180000");
            done(desk.act("resume"));
            Notice.RoundOpened opened = ann.await(Notice.RoundOpened.class, any -> true);
            assertThat(opened.observation().openRound()).isEqualTo(round);
            ann.ready(matchOfTable(1), Side.US, round);
            cy.await(Notice.RoundOpened.class, any -> true);
            cy.ready(matchOfTable(2), Side.US, round);
            desk.awaitTables("SHUT", round);
            assertThat(desk.get("debrief").code()).isEqualTo("WRONG_PHASE");
            done(desk.act("reveal r" + round));
        }
        desk.awaitTables("OVER", 0);
        assertThat(desk.act("open r3").list("actDone", "refusals")).hasSize(2);
        readsDocuments();
        seesWhatTheWireSees();
        assertThat(desk.act("finish").status()).isEqualTo(200);
        assertThat(desk.get("state").object("classChanged").get("closed")).isEqualTo(true);
        // Finished, it tells all that it told before: this desk, another, and one after a restart.
        readsDocuments();
        for (int start = 0; start < 2; start++) {
            ApiDesk other = new ApiDesk(server.port(), "");
            assertThat(other.enter(code, deskKey()).status()).isEqualTo(200);
            assertThat(other.get("debrief?names=real").body()).contains("Annabelle Archer");
            assertThat(other.get("grades.csv").body()).contains("Annabelle Archer");
            assertThat(other.get("log").body()).contains("FINISH");
            assertThat(other.act("doors open").code()).isEqualTo("CLASS_NOT_OPEN");
            if (start == 0) {
                server.close();
                start();
            }
        }
        ann.close();
        cy.close();
    }

    private String matchOfTable(int table) throws Exception {
        return ApiDesk.tables(desk.get("state")).get(table - 1).get("matchId").toString();
    }

    private void readsDocuments() throws Exception {
        ApiDesk.Answer text = desk.get("debrief?names=real");
        assertThat(text.all().headers().firstValue("content-type")).contains("text/plain; charset=utf-8");
        assertThat(text.body()).contains("Seminar 3", "Annabelle Archer");
        assertThat(desk.get("debrief?format=md&lang=zh&names=off").body()).doesNotContain("Archer");
        ApiDesk.Answer page = desk.get("debrief?format=html");
        assertThat(page.body()).startsWith("<!DOCTYPE html>").doesNotContain("Archer");
        assertThat(page.all().headers().firstValue("content-security-policy").orElseThrow())
                .contains("sandbox; default-src 'none'");
        assertThat(desk.get("grades.csv").body()).startsWith("Student,ID,").contains("Annabelle Archer");
        assertThat(desk.get("debrief?format=pdf").body()).contains("\"legal\":\"text md html\"");
        assertThat(desk.get("debrief?lang=fr").code()).isEqualTo("OUT_OF_RANGE");
        List<Map<String, Object>> log = desk.get("log").list("classRead", "log");
        assertThat(log).extracting(line -> line.get("text")).contains("DOORS OPEN", "PAUSE", "1: EXTEND r2 1:00");
        assertThat(desk.get("log").list("classRead", "members")).isEmpty();
        assertThat(desk.get("list").list("classRead", "members"))
                .extracting(member -> member.get("name"))
                .containsExactly("Annabelle Archer", "Bohumil Baker", "Cyprian Cole");
    }

    /** What a desk is told over HTTP is what one is told on the wire, to the letter. */
    private void seesWhatTheWireSees() throws Exception {
        enterDesk(wire, deskKey());
        Map<Integer, String> tables = new TreeMap<>();
        String changed = "";
        while (tables.size() < 2 || changed.isEmpty()) {
            ServerMessage.OfClass told = wire.awaitMessage(ServerMessage.OfClass.class);
            String json = Json.write(WireJson.content(told));
            if (told.news() instanceof ClassNews.TableChanged table) {
                tables.put(table.table(), json);
            } else if (told.news() instanceof ClassNews.Changed) {
                changed = json;
            }
        }
        String state = desk.get("state").body();
        assertThat(state)
                .endsWith(
                        ",\"classChanged\":" + changed + ",\"tables\":[" + String.join(",", tables.values()) + "]}\n");
    }

    @Test
    void anAdvanceHasToBeShownFirst() throws Exception {
        done(desk.act("doors open"));
        done(desk.act("start"));
        done(desk.act("fill-gaps hold"));
        done(desk.act("open r1"));
        desk.awaitTables("SHUT", 1);
        done(desk.act("extend r1 1:00"));
        desk.awaitTables("OPEN", 1);
        ApiDesk.Answer stale = desk.act("2: advance r1");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.code()).isEqualTo("STALE_PREVIEW");
        ApiDesk.Answer shown = desk.post("preview", "{\"act\": \"2: advance r1\"}");
        assertThat(shown.list("actPreviewed", "tables")).hasSize(1);
        String key = RawClient.key();
        String expected = shown.object("actPreviewed").get("expected").toString();
        ApiDesk.Answer first = desk.act("2: advance r1", key, expected);
        done(first);
        assertThat(desk.act("2: advance r1", key, expected).body()).isEqualTo(first.body());
        assertThat(desk.act("pause", key, "").code()).isEqualTo("MOVE_ID_REUSED");
    }

    @Test
    void whoHasNoDeskIsTold() throws Exception {
        ApiDesk none = desk.with("");
        for (String path : List.of("state", "list", "log", "debrief", "grades.csv")) {
            ApiDesk.Answer answer = none.get(path);
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("NOT_INSTRUCTOR");
            assertThat(answer.all().headers().firstValue("www-authenticate")).contains("Bearer");
        }
        for (String path : List.of("act", "preview", "deskAct", "readClass", "openClass", "joinRoom")) {
            assertThat(none.post(path, "{}").status()).as(path).isEqualTo(401);
        }
        RawClient other = RawClient.greeted(server.port(), Role.INSTRUCTOR);
        ClassNews.Opened opened =
                ask(other, new ClassRequest.Open(RawClient.key(), deskKey(), TEMPLATE, LIST), ClassNews.Opened.class);
        assertThat(opened.classCode()).isNotEqualTo(code);
        // The token of one class opens no desk of another, and tells nothing of it.
        ApiDesk foreign = desk.with(desk.token());
        assertThat(slow(foreign.later(foreign.posting(
                                "enter",
                                "{\"classCode\":\"" + opened.classCode() + "\",\"secret\":\"" + desk.token() + "\"}")))
                        .code())
                .isEqualTo("NOT_INSTRUCTOR");
        assertThat(desk.get("state").body()).doesNotContain(opened.classId());
        other.close();
    }

    @Test
    void whoGuessesIsAnsweredSlowly() throws Exception {
        ApiDesk guess = desk.with("x".repeat(43));
        CompletableFuture<ApiDesk.Answer> token = guess.getLater("state");
        CompletableFuture<ApiDesk.Answer> key = guess.later(
                guess.posting("enter", "{\"classCode\":\"" + code + "\",\"secret\":\"" + "y".repeat(43) + "\"}"));
        CompletableFuture<ApiDesk.Answer> room =
                guess.later(guess.posting("enter", "{\"classCode\":\"2222-2222\",\"secret\":\"z\"}"));
        // A right token is answered while others guess.
        assertThat(desk.get("state").status()).isEqualTo(200);
        assertThat(token).isNotDone();
        assertThat(key).isNotDone();
        assertThat(room).isNotDone();
        assertThat(slow(token).status()).isEqualTo(401);
        assertThat(slow(token).code()).isEqualTo("BAD_TOKEN");
        assertThat(slow(key).body()).isEqualTo(slow(room).body());
        assertThat(slow(key).code()).isEqualTo("NOT_INSTRUCTOR");
        assertThat(slow(key).all().headers().firstValue("connection")).contains("close");
    }

    @Test
    void aTicketOpensADeskOnce() throws Exception {
        String ticket = desk.act("new-ticket").object("actDone").get("secret").toString();
        ApiDesk second = new ApiDesk(server.port(), "");
        assertThat(second.enter(code, ticket).object("deskEntered").get("desk")).isEqualTo(2L);
        ApiDesk third = new ApiDesk(server.port(), "");
        assertThat(slow(third.later(third.posting(
                                "enter", "{\"classCode\":\"" + code + "\",\"secret\":\"" + ticket + "\"}")))
                        .status())
                .isEqualTo(401);
    }

    private ApiDesk.Answer raw(HttpRequest.Builder request) throws Exception {
        return desk.now(request);
    }

    @Test
    void whatIsWrongIsRefusedWithItsCodeAndStatus() throws Exception {
        Map<ApiDesk.Answer, String> answers = new HashMap<>();
        answers.put(desk.post("act", "nonsense"), "400 MALFORMED");
        answers.put(desk.post("act", "{\"key\":" + "[".repeat(4_000)), "400 MALFORMED");
        answers.put(desk.post("act", "{\"key\":" + "{\"key\":".repeat(1_000)), "400 MALFORMED");
        answers.put(desk.post("act", "{\"key\":\"k\",\"act\":\"dance\"}"), "400 MALFORMED");
        answers.put(desk.act("extend 1:00"), "400 MALFORMED");
        answers.put(desk.post("act", "{\"act\":\"pause\"}"), "400 MALFORMED");
        answers.put(desk.act("7: pause"), "404 UNKNOWN_TABLE");
        answers.put(desk.act("new-key 9"), "404 UNKNOWN_MEMBER");
        answers.put(desk.get("debrief"), "409 WRONG_PHASE");
        answers.put(desk.act("start"), "200");
        answers.put(
                slow(desk.later(desk.posting("enterDesk", "{\"classCode\":\"c\",\"secret\":\"s\"}"))),
                "401 NOT_INSTRUCTOR");
        answers.put(
                desk.post("openClass", "{\"key\":\"" + RawClient.key() + "\",\"deskKey\":\"d\"}"), "403 NOT_ALLOWED");
        answers.put(desk.post("joinRoom", "{\"key\":\"k\",\"roomCode\":\"c\"}"), "403 NOT_ALLOWED");
        answers.put(desk.post("dance", "{}"), "404 MALFORMED");
        answers.put(desk.get("act"), "405 MALFORMED");
        answers.put(desk.post("state", "{}"), "405 MALFORMED");
        answers.put(desk.get("state?after=-1"), "400 MALFORMED");
        answers.put(raw(desk.posting("act", "{}").setHeader("Content-Type", "text/plain")), "415 MALFORMED");
        answers.put(desk.post("act", "{\"key\":\"" + "x".repeat(9_000)), "413 MALFORMED");
        answers.put(raw(desk.posting("act", "{}").header("Origin", "http://evil.example")), "403 NOT_ALLOWED");
        answers.put(raw(desk.posting("act", "{}").header("Origin", "null")), "403 NOT_ALLOWED");
        answers.forEach((answer, expected) -> {
            String told = answer.status() == 200 ? "200" : answer.status() + " " + answer.code();
            assertThat(told).as(answer.all().uri() + " " + answer.body()).isEqualTo(expected);
            assertThat(answer.all().headers().firstValue("cache-control")).contains("no-store");
            if (answer.status() != 200) {
                assertThat(answer.object("refused").get("detail").toString()).isNotEmpty();
            }
        });
        assertThat(HttpProbe.send(
                                server.port(),
                                "GET /api/desk/state HTTP/1.1\r\nHost: evil.example\r\nAuthorization: Bearer "
                                        + desk.token() + "\r\n\r\n")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aCallWaitsForSomethingNewAndNotForEver() throws Exception {
        long number = (Long) desk.get("state").object().get("number");
        CompletableFuture<ApiDesk.Answer> waits = desk.getLater("state?after=" + number);
        await().until(() -> waitingCalls() == 1);
        timers.pass(24_999);
        assertThat(waits).isNotDone();
        timers.pass(1);
        assertThat(waits.get().object().get("number")).isEqualTo(number);

        CompletableFuture<ApiDesk.Answer> told = desk.getLater("state?after=" + number);
        await().until(() -> waitingCalls() == 1);
        done(desk.act("doors open"));
        assertThat(told.get().object("classChanged").get("doorsOpen")).isEqualTo(true);
        assertThat((Long) told.get().object().get("number")).isGreaterThan(number);
        // Who knows another number, even one of a server before, is answered at once.
        assertThat(desk.get("state?after=999999").object().get("number"))
                .isEqualTo(told.get().object().get("number"));
    }

    @Test
    void onlySoManyCallsOfADeskWait() throws Exception {
        long number = (Long) desk.get("state").object().get("number");
        List<CompletableFuture<ApiDesk.Answer>> waiting = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            waiting.add(desk.getLater("state?after=" + number));
            int calls = i + 1;
            await().until(() -> waitingCalls() == calls);
        }
        CompletableFuture<ApiDesk.Answer> fifth = desk.getLater("state?after=" + number);
        assertThat(waiting.get(0).get().object().get("number")).isEqualTo(number);
        assertThat(waitingCalls()).isEqualTo(4);
        done(desk.act("doors open"));
        assertThat(fifth.get().status()).isEqualTo(200);
        assertThat(waitingCalls()).isZero();
    }

    @Test
    void desksOverHttpAreFewAndGoWhenNobodyAsks() throws Exception {
        ApiDesk second = new ApiDesk(server.port(), "");
        second.enter(code, deskKey());
        CompletableFuture<ApiDesk.Answer> waits =
                desk.getLater("state?after=" + desk.get("state").object().get("number"));
        await().until(() -> waitingCalls() == 1);
        for (int i = 3; i <= 9; i++) {
            new ApiDesk(server.port(), "").enter(code, deskKey());
        }
        assertThat(waits.get().code()).isEqualTo("BAD_TOKEN");
        assertThat(slow(desk.getLater("state")).code()).isEqualTo("BAD_TOKEN");
        assertThat(second.get("state").status()).isEqualTo(200);
        timers.pass(9 * 60_000L);
        assertThat(second.get("state").status()).isEqualTo(200);
        timers.pass(9 * 60_000L);
        assertThat(server.registry().get("truce.http").gauge().value()).isEqualTo(1);
        timers.pass(2 * 60_000L);
        assertThat(server.registry().get("truce.http").gauge().value()).isZero();
        assertThat(slow(second.getLater("state")).status()).isEqualTo(401);
    }

    @Test
    void aTokenOpensTheSameDeskAfterARestart() throws Exception {
        done(desk.act("doors open"));
        wire.close();
        server.close();
        start();
        wire = RawClient.greeted(server.port(), Role.INSTRUCTOR);
        ApiDesk again = new ApiDesk(server.port(), desk.token());
        assertThat(slow(again.getLater("state")).code()).isEqualTo("BAD_TOKEN");
        ApiDesk.Answer entered = again.enter(code, desk.token());
        assertThat(entered.object("deskEntered").get("desk")).isEqualTo(1L);
        assertThat(again.token()).isEqualTo(desk.token());
        assertThat(again.get("state").object("classChanged").get("doorsOpen")).isEqualTo(true);
    }

    @Test
    void noSecretAndNoNameIsInFigures() throws Exception {
        desk.get("list");
        String figures = server.registry().scrape();
        assertThat(figures)
                .contains("truce_http_desks 1.0", "truce_http_waiting_calls 0.0")
                .doesNotContain(desk.token(), code, "Archer");
    }
}
