package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.http.Assets;
import dev.truce.app.room.KeyFile;
import dev.truce.engine.orders.Refusal;
import dev.truce.match.Notice;
import dev.truce.match.deed.Deed;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomFact;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.store.BrokenStream;
import dev.truce.store.BrokenStream.BrokenStreamException;
import dev.truce.store.BrokenStream.Damage;
import dev.truce.store.Entry;
import dev.truce.store.FaultyStore;
import dev.truce.store.FaultyStore.Fault;
import dev.truce.store.StoreException;
import dev.truce.store.sqlite.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** How long tickets, desks and classes last: a class of one table, on a server whose clock and disk are held by hand. */
class ClassLastsTest extends HeldClass {
    private static final String TEMPLATE = "title: Seminar\nscenario: busan-2025\nrounds: 3\nbot: hold\n";
    private static final String LIST = "Name,Student number\nAnn,s1\nBo,s2\n";

    private static final String BY_LIST = TEMPLATE + "entry: list\n";

    private Instant now = Instant.ofEpochMilli(1_795_000_000_000L);
    private final HandTimers timers = new HandTimers();
    private FaultyStore store;

    private TruceServer start() throws Exception {
        InstantSource source = () -> now;
        Clock clock = source.withZone(ZoneOffset.UTC);
        Parts parts = new Parts(
                TestParts.CATALOGUE,
                (directory, acceptLoss) -> {
                    store = new FaultyStore(SqliteStore.open(directory), Fault.NONE, 0);
                    return store;
                },
                timers,
                clock,
                () -> 0,
                Assets.none());
        return TruceServer.start(ServerConfig.embedded(data), parts);
    }

    private static ClassNews.Changed state(RawClient desk) throws IOException {
        while (true) {
            ServerMessage.OfClass told = desk.awaitMessage(ServerMessage.OfClass.class);
            if (told.news() instanceof ClassNews.Changed state) {
                return state;
            }
        }
    }

    @Test
    void aTicketOpensADeskForTenMinutes() throws Exception {
        try (TruceServer server = start();
                RawClient desk = openClass(server, data, TEMPLATE, LIST);
                RawClient second = RawClient.greeted(server.port(), Role.INSTRUCTOR)) {
            String early = does(desk, "new-ticket").secret();
            String late = does(desk, "new-ticket").secret();
            now = now.plus(Duration.ofMinutes(10)).minusMillis(1);
            second.ask(of(new ClassRequest.EnterDesk(code, early)), ServerMessage.OfClass.class);
            now = now.plusMillis(1);
            try (RawClient third = RawClient.greeted(server.port(), Role.INSTRUCTOR)) {
                assertThat(third.refused(of(new ClassRequest.EnterDesk(code, late)))
                                .code())
                        .isEqualTo(ConnectionCode.NOT_INSTRUCTOR);
            }
        }
    }

    @Test
    void theOldestOfSeventeenDesksMakesWay() throws Exception {
        List<RawClient> desks = new ArrayList<>();
        try (TruceServer server = start();
                RawClient first = openClass(server, data, TEMPLATE, LIST)) {
            for (int i = 2; i <= 17; i++) {
                RawClient next = RawClient.greeted(server.port(), Role.INSTRUCTOR);
                desks.add(next);
                next.ask(of(new ClassRequest.EnterDesk(code, deskKey())), ServerMessage.OfClass.class);
            }
            first.awaitMessage(ServerMessage.TakenOver.class);
            for (RawClient desk : desks) {
                assertThat(does(desk, "doors open").refusals()).isEmpty();
            }
        } finally {
            for (RawClient desk : desks) {
                desk.close();
            }
        }
    }

    @Test
    void aClassWhoseWriteFailedIsReadAgainAsItWasBefore() throws Exception {
        try (TruceServer server = start();
                RawClient desk = openClass(server, data, TEMPLATE, LIST)) {
            does(desk, "rename 1 \"Grey Heron\"");
            store.failNext(Fault.THROWS_BEFORE);
            Refusal refused = desk.refused(of(wish("doors open")));
            assertThat(refused.code()).isEqualTo(ConnectionCode.RETRY);
            assertThat(refused.text()).contains("cannot save");
            await().until(() -> HttpProbe.get(server.port(), "/health").status() == 200);
            try (RawClient again = RawClient.greeted(server.port(), Role.INSTRUCTOR)) {
                // It comes back a moment after the store.
                await().until(() ->
                        again.ask(of(new ClassRequest.EnterDesk(code, deskToken))) instanceof ServerMessage.OfClass);
                assertThat(state(again).doorsOpen()).isFalse();
                ClassNews.ListRead read = ask(again, new ClassRequest.Read(), ClassNews.ListRead.class);
                assertThat(read.log()).extracting(ClassNews.LogLine::text).containsExactly("RENAME 1 \"Grey Heron\"");
                does(again, "doors open");
            }
        }
    }

    @Test
    void aClassThatCannotBeReadAtOnceComesBackAllTheSame() throws Exception {
        try (TruceServer server = start();
                RawClient desk = openClass(server, data, TEMPLATE, LIST);
                RawClient again = RawClient.greeted(server.port(), Role.INSTRUCTOR)) {
            store.failRead(store.openClasses().get(0), new StoreException("input/output error (planned)"));
            store.failNext(Fault.THROWS_BEFORE);
            isToComeBack(desk, of(wish("doors open")));
            await().until(() -> {
                timers.pass(1_000);
                return again.ask(of(new ClassRequest.EnterDesk(code, deskToken))) instanceof ServerMessage.OfClass;
            });
            does(again, "doors open");
        }
    }

    @Test
    void aClassThatIsFoundBrokenIsRefusedByName() throws Exception {
        try (TruceServer server = start();
                RawClient desk = openClass(server, data, TEMPLATE, LIST);
                RawClient again = RawClient.greeted(server.port(), Role.INSTRUCTOR);
                RawClient bo = RawClient.greeted(server.port(), Role.PLAYER)) {
            does(desk, "doors open");
            try (RawClient ann = sits(server, "s1")) {
                String id = store.openClasses().get(0);
                store.failRead(id, new BrokenStreamException(new BrokenStream(id, 2, Damage.CHANGED)));
                store.failNext(Fault.THROWS_BEFORE);
                isToComeBack(desk, of(wish("doors closed")));
                ClientMessage enters = of(new ClassRequest.EnterDesk(code, deskToken));
                await().until(() -> again.refused(enters).code() == ConnectionCode.JOURNAL_BROKEN);
                assertThat(again.refused(enters).text()).contains(id);
                for (Refusal refusal : List.of(
                        bo.refused(enter("s2")),
                        bo.refused(new ClientMessage.JoinRoom(RawClient.key(), code, null, "Bo", false)),
                        ann.refused(of(new ClassRequest.CallForHelp("What now?"))))) {
                    assertThat(refusal.code()).isEqualTo(ConnectionCode.JOURNAL_BROKEN);
                }
                HttpProbe.Answer health = HttpProbe.get(server.port(), "/health");
                assertThat(health.status()).isEqualTo(503);
                assertThat(health.body())
                        .contains("\"status\":\"journal broken\"")
                        .contains(id);
            }
        }
    }

    /** Lets the write go wrong that comes after the next. */
    private void failAfterNext() {
        AtomicBoolean next = new AtomicBoolean(true);
        store.withWrites(before -> {}, after -> {
            if (next.getAndSet(false)) {
                store.failNext(Fault.THROWS_BEFORE);
            }
        });
    }

    /** Waits until the class that was lost is read again. */
    private void awaitClass(TruceServer server) throws IOException {
        try (RawClient again = RawClient.greeted(server.port(), Role.INSTRUCTOR)) {
            await().until(() ->
                    again.ask(of(new ClassRequest.EnterDesk(code, deskToken))) instanceof ServerMessage.OfClass);
        }
    }

    private static void isToComeBack(RawClient client, ClientMessage wish) throws IOException {
        Refusal refused = client.refused(wish);
        assertThat(refused.code()).as("%s", wish).isEqualTo(ConnectionCode.RETRY);
        assertThat(refused.text()).as("%s", wish).contains("cannot save");
    }

    @Test
    void aRevealThatWasNotSavedIsDoneOnceTheClassIsReadAgain() throws Exception {
        try (TruceServer server = start();
                RawClient desk = openClass(server, data, TEMPLATE, LIST)) {
            does(desk, "doors open");
            try (RawClient ann = RawClient.greeted(server.port(), Role.PLAYER);
                    RawClient bo = sits(server, "s2")) {
                String match = sits(ann, "s1").matchId();
                does(desk, "start");
                ann.await(Notice.RoundOpened.class, any -> true);
                Deed ready = new Deed.Ready(true, 0);
                ann.ask(new ClientMessage.Do(match, 1, RawClient.key(), ready), ServerMessage.Saved.class);
                // The class writes nothing before the reveal, whatever tables still have to write.
                store.failNext(Entry.ClassActed.class::isInstance);
                makesSureOf(server, bo, new ClientMessage.Do(match, 1, RawClient.key(), ready));
                desk.awaitMessage(ServerMessage.Closing.class);
                isResolved(server, ann);
            }
        }
    }

    /** The round of a student is resolved: the failed write may have held what his table wrote, too, and then his connection ends. */
    private void isResolved(TruceServer server, RawClient ann) throws IOException {
        try {
            ann.await(Notice.RoundResolved.class, any -> true);
        } catch (IOException ended) {
            awaitClass(server);
            try (RawClient again = sits(server, "s1")) {
                again.await(Notice.RoundOpened.class, open -> open.observation().openRound() == 2);
            }
        }
    }

    /** Sends it until it is saved: the failed write may hold it too. Then the answer is to send it again, or the connection ends. */
    private void makesSureOf(TruceServer server, RawClient client, ClientMessage wish) throws IOException {
        try {
            while (client.ask(wish) instanceof ServerMessage.Refused refused) {
                assertThat(refused.refusal().code()).isIn(ConnectionCode.RETRY, ConnectionCode.RATE_LIMITED);
            }
        } catch (IOException ended) {
            awaitClass(server);
            try (RawClient again = sits(server, "s2")) {
                makesSureOf(server, again, wish);
            }
        }
    }

    @Test
    void whoComesWhileAClassCannotBeReadIsAskedToComeBack() throws Exception {
        try (TruceServer server = start();
                RawClient desk = openClass(server, data, TEMPLATE, LIST);
                RawClient again = RawClient.greeted(server.port(), Role.INSTRUCTOR);
                RawClient board = RawClient.greeted(server.port(), Role.OBSERVER);
                RawClient bo = RawClient.greeted(server.port(), Role.PLAYER)) {
            does(desk, "doors open");
            try (RawClient ann = sits(server, "s1")) {
                store.stayClosed(true);
                store.failNext(Fault.THROWS_BEFORE);
                isToComeBack(desk, of(wish("doors closed")));
                isToComeBack(again, of(new ClassRequest.EnterDesk(code, deskToken)));
                isToComeBack(again, of(new ClassRequest.EnterDesk(code, deskKey())));
                isToComeBack(board, of(new ClassRequest.Watch(RawClient.key(), code, 0, "")));
                isToComeBack(bo, enter("s2"));
                isToComeBack(bo, new ClientMessage.JoinRoom(RawClient.key(), code, null, "Bo", false));
                isToComeBack(ann, of(new ClassRequest.CallForHelp("What now?")));
                store.stayClosed(false);
                awaitClass(server);
                ann.ask(of(new ClassRequest.CallForHelp("What now?")), ServerMessage.Saved.class);
            }
        }
    }

    @Test
    void everyRequestIsAnsweredThoughItsWriteFails() throws Exception {
        try (TruceServer server = start();
                RawClient desk = openClass(server, data, BY_LIST, LIST);
                RawClient ann = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient phone = RawClient.greeted(server.port(), Role.PLAYER);
                RawClient again = RawClient.greeted(server.port(), Role.INSTRUCTOR)) {
            does(desk, "doors open");
            ann.ask(
                    of(new ClassRequest.Enter(RawClient.key(), code, "Ann", "own".repeat(6))),
                    ServerMessage.Seated.class);
            for (Map.Entry<RawClient, ClientMessage> each : Map.of(
                            again, of(new ClassRequest.EnterDesk(code, deskKey())),
                            phone, of(new ClassRequest.Enter(RawClient.key(), code, "Ann", "other".repeat(6))),
                            ann, of(new ClassRequest.CallForHelp("What now?")))
                    .entrySet()) {
                store.failNext(Fault.THROWS_BEFORE);
                isToComeBack(each.getKey(), each.getValue());
                awaitClass(server);
            }
        }
    }

    @Test
    void anActWhoseEndWasNotSavedIsAnsweredAndDoneOnce() throws Exception {
        try (TruceServer server = start();
                RawClient desk = openClass(server, data, TEMPLATE, LIST)) {
            ClassRequest.Act opens = wish("doors open");
            failAfterNext();
            isToComeBack(desk, of(opens));
            awaitClass(server);
            try (RawClient again = enterDesk(server, deskToken)) {
                assertThat(state(again).doorsOpen()).isTrue();
                ask(again, opens, ClassNews.Done.class);
                ClassNews.ListRead read = ask(again, new ClassRequest.Read(), ClassNews.ListRead.class);
                assertThat(read.log()).extracting(ClassNews.LogLine::text).containsExactly("DOORS OPEN");
            }
        }
    }

    @Test
    void aClassThatWasFinishedIsSoThoughTheEndOfTheActWasNotSaved() throws Exception {
        try (TruceServer server = start();
                RawClient desk = openClass(server, data, TEMPLATE, LIST);
                RawClient again = RawClient.greeted(server.port(), Role.INSTRUCTOR)) {
            failAfterNext();
            isToComeBack(desk, of(wish("finish")));
            await().until(() -> ask(again, new ClassRequest.ListAll(deskKey(), false), ClassNews.Listed.class)
                    .classes()
                    .isEmpty());
            await().until(() ->
                    again.ask(of(new ClassRequest.EnterDesk(code, deskKey()))) instanceof ServerMessage.OfClass);
            assertThat(again.refused(of(wish("doors open"))).code()).isEqualTo(ConnectionCode.CLASS_NOT_OPEN);
        }
    }

    private static void hears(RawClient client, Set<RoomFact> facts) throws IOException {
        while (!state(client).facts().equals(facts)) {
            // Something else has changed.
        }
    }

    @Test
    void desksAndBoardsHearThatNothingCanBeSavedAndThatItGoesOn() throws Exception {
        try (TruceServer server = start();
                RawClient desk = openClass(server, data, TEMPLATE, LIST);
                RawClient board = RawClient.greeted(server.port(), Role.OBSERVER);
                RawClient elsewhere = RawClient.greeted(server.port(), Role.PLAYER)) {
            board.ask(of(new ClassRequest.Watch(RawClient.key(), code, 0, "")), ServerMessage.OfClass.class);
            hears(board, Set.of());
            store.stayClosed(true);
            store.failNext(Fault.THROWS_BEFORE);
            elsewhere.ask(new ClientMessage.CreateRoom(
                    RawClient.key(), new RoomRequest("busan-2025", 7L, 2, 0, null, null, false)));
            hears(desk, Set.of(RoomFact.CANNOT_SAVE));
            hears(board, Set.of(RoomFact.CANNOT_SAVE));
            store.stayClosed(false);
            hears(desk, Set.of());
            hears(board, Set.of());
            does(desk, "doors open");
        }
    }

    @Test
    void whoReadsWithTheDeskKeyOpensNoDesk() throws Exception {
        try (TruceServer server = start();
                RawClient desk = openClass(server, data, TEMPLATE, LIST);
                RawClient reader = RawClient.greeted(server.port(), Role.INSTRUCTOR)) {
            ClassRequest.ReadText wanted = new ClassRequest.ReadText(
                    ClassRequest.ClassDocument.GRADES, "en", ClassRequest.Naming.REAL, 1, "", "", 0);
            assertThat(reader.refused(of(wanted.withClassCode(code).withDeskKey("x".repeat(43))))
                            .code())
                    .isEqualTo(ConnectionCode.NOT_INSTRUCTOR);
            assertThat(reader.refused(of(wanted.withClassCode("2222-2222").withDeskKey(deskKey())))
                            .code())
                    .isEqualTo(ConnectionCode.UNKNOWN_CODE);
            int before = store.durable().size();
            // Its matches play, so it is refused; that it is asked at all needs no desk.
            assertThat(reader.refused(of(wanted.withClassCode(code).withDeskKey(deskKey())))
                            .text())
                    .contains("table");
            assertThat(store.durable()).hasSize(before);
            assertThat(ask(reader, new ClassRequest.EnterDesk(code, deskKey()), ClassNews.DeskEntered.class)
                            .desk())
                    .isEqualTo(2);
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no file modes")
    void nobodyElseReadsTheDeskKey() throws Exception {
        try (TruceServer server = start()) {
            assertThat(server.port()).isPositive();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(KeyFile.DESK))))
                    .isEqualTo("rw-------");
        }
    }
}
