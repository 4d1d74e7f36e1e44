package dev.truce.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.ServerLimits;
import dev.truce.app.net.connection.DisconnectCause;
import dev.truce.engine.orders.Refusal;
import dev.truce.match.Notice;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ClosingCause;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.store.FaultyStore;
import dev.truce.store.FaultyStore.Fault;
import dev.truce.store.sqlite.SqliteStore;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when there is more than fits. */
class BusyServerTest {
    @TempDir
    Path data;

    @Test
    void everyMoveIsAcknowledgedOrAnsweredRetry() throws Exception {
        AtomicReference<FaultyStore> store = new AtomicReference<>();
        Parts parts = TestParts.real().withStore(directory -> {
            store.set(new FaultyStore(SqliteStore.open(directory), Fault.NONE, 0));
            return store.get();
        });
        ServerConfig config = ServerConfig.embedded(data)
                .withLimits(ServerLimits.STANDARD
                        .edit()
                        .connections(100)
                        .strangersPerAddress(100)
                        .mailbox(8)
                        .journal(8)
                        .done());
        try (TruceServer server = TruceServer.start(config, parts);
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.RoomCreated room = us.createRoom(4, 0, null, "hold");
            us.join(room.roomCode(), "Ann");
            us.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
            CountDownLatch disk = new CountDownLatch(1);
            store.get().holdUp(disk);
            List<Long> asked = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                asked.add(
                        us.send(new ClientMessage.Do(room.matchId(), 1, RawClient.key(), new Deed.Submit(List.of()))));
            }
            Map<Long, ServerMessage> answers = new HashMap<>();
            // The disk hangs: only refusals can come. One seat takes half of the eight places.
            await().until(() ->
                    server.registry().get("truce.journal.waiting").gauge().value() >= 4);
            disk.countDown();
            while (answers.size() < asked.size()) {
                ServerFrame frame = us.next();
                if (frame.replyTo() > 0) {
                    answers.put(frame.replyTo(), frame.body());
                }
            }
            assertThat(answers.keySet()).containsAll(asked);
            assertThat(answers.values()).allSatisfy(answer -> {
                if (answer instanceof ServerMessage.Refused refused) {
                    assertThat(refused.refusal().code()).isEqualTo(ConnectionCode.RETRY);
                    assertThat(refused.refusal().retryAfterMillis()).isPositive();
                } else {
                    assertThat(answer).isInstanceOf(ServerMessage.Saved.class);
                }
            });
            assertThat(answers.values()).anyMatch(ServerMessage.Saved.class::isInstance);
            assertThat(answers.values()).anyMatch(ServerMessage.Refused.class::isInstance);
        }
    }

    @Test
    void aSeatCannotChangeItsMindWithoutEnd() throws Exception {
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real());
                RawClient us = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.RoomCreated room = us.createRoom(4, 0, null, "hold");
            us.join(room.roomCode(), "Ann");
            us.ask(new ClientMessage.Direct(room.matchId(), new HostAct.Start(), 0), ServerMessage.Saved.class);
            ClientMessage notReady = new ClientMessage.Do(room.matchId(), 1, RawClient.key(), new Deed.Ready(false, 0));
            for (int i = 0; i < 256; i++) {
                us.ask(notReady, ServerMessage.Saved.class);
            }
            Refusal refused = us.refused(notReady);
            assertThat(refused.code()).isEqualTo(ConnectionCode.RATE_LIMITED);
            assertThat(refused.retryAfterMillis()).isPositive();
        }
    }

    @Test
    void oneConnectionTooManyIsTurnedAway() throws Exception {
        ServerConfig config = ServerConfig.embedded(data)
                .withLimits(ServerLimits.STANDARD
                        .edit()
                        .connections(3)
                        .strangersPerAddress(128)
                        .done());
        try (TruceServer server = TruceServer.start(config, TestParts.real())) {
            List<RawClient> clients = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                clients.add(RawClient.greeted(server.port(), Role.PLAYER));
            }
            try (RawClient fourth = new RawClient(server.port())) {
                assertThat(fourth.isClosedByServer()).isTrue();
            }
            clients.get(0).close();
            await().ignoreExceptions().untilAsserted(() -> {
                try (RawClient again = RawClient.greeted(server.port(), Role.PLAYER)) {
                    again.ask(new ClientMessage.Ping(1), ServerMessage.Pong.class);
                }
            });
            for (RawClient client : clients.subList(1, 3)) {
                client.ask(new ClientMessage.Ping(1), ServerMessage.Pong.class);
                client.close();
            }
            assertThat(TestParts.uncaught(server)).isZero();
        }
    }

    @Test
    void pagesOfOneAddressAreBoundedApartFromStrangers() throws Exception {
        ServerConfig config = ServerConfig.embedded(data)
                .withLimits(ServerLimits.STANDARD
                        .edit()
                        .connections(100)
                        .strangersPerAddress(2)
                        .done());
        try (TruceServer server = TruceServer.start(config, TestParts.real());
                RawClient stranger = RawClient.greeted(server.port(), Role.PLAYER)) {
            List<Socket> browsers = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                Socket browser = new Socket(InetAddress.getLoopbackAddress(), server.port());
                browser.setSoTimeout(15_000);
                browser.getOutputStream().write("GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(UTF_8));
                assertThat(browser.getInputStream().read()).isEqualTo('H');
                browsers.add(browser);
            }
            // Eight for the two strangers that an address may have: the first had to go for the ninth.
            assertThat(new String(browsers.get(0).getInputStream().readAllBytes(), UTF_8))
                    .startsWith("TTP/1.1 404");
            assertThat(TestParts.ends(server, DisconnectCause.SERVER_FULL)).isZero();
            stranger.ask(new ClientMessage.Ping(1), ServerMessage.Pong.class);
            for (Socket browser : browsers) {
                browser.close();
            }
        }
    }

    @Test
    void ofStrangersOfOneAddressTheOldestHasToGoNeverTheNewest() throws Exception {
        ServerConfig config = ServerConfig.embedded(data)
                .withLimits(ServerLimits.STANDARD
                        .edit()
                        .connections(100)
                        .strangersPerAddress(4)
                        .done());
        try (TruceServer server = TruceServer.start(config, TestParts.real());
                RawClient seated = RawClient.greeted(server.port(), Role.PLAYER)) {
            ServerMessage.RoomCreated room = seated.createRoom(2, 0, null, null);
            seated.join(room.roomCode(), "Ann");
            List<RawClient> newConnections = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                newConnections.add(RawClient.greeted(server.port(), Role.PLAYER));
            }
            for (RawClient oldest : newConnections.subList(0, 2)) {
                assertThat(oldest.awaitMessage(ServerMessage.Closing.class).cause())
                        .isEqualTo(ClosingCause.SERVER_FULL);
            }
            for (RawClient newer : newConnections.subList(2, 6)) {
                newer.ask(new ClientMessage.Ping(1), ServerMessage.Pong.class);
            }
            seated.ask(new ClientMessage.Ping(1), ServerMessage.Pong.class);
            for (RawClient client : newConnections) {
                client.close();
            }
            await().until(() -> TestParts.ends(server, DisconnectCause.SERVER_FULL) == 2);
        }
    }

    @Test
    void aClassGetsInWhileSomebodyGuessesFromTheSameAddress() throws Exception {
        ExecutorService pool = Executors.newCachedThreadPool();
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), TestParts.real());
                RawClient teacher = RawClient.greeted(server.port(), Role.PLAYER)) {
            String code = teacher.createRoom(2, 0, null, null).roomCode();
            AtomicBoolean attack = new AtomicBoolean(true);
            AtomicInteger guesses = new AtomicInteger();
            List<Future<?>> attackers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                attackers.add(pool.submit(() -> {
                    while (attack.get()) {
                        try (RawClient guesser = RawClient.greeted(server.port(), Role.OBSERVER)) {
                            for (int guess = 0; guess < 5; guess++) {
                                guesser.refused(
                                        new ClientMessage.JoinRoom(RawClient.key(), "22222222", null, "", false));
                                guesses.incrementAndGet();
                            }
                        }
                    }
                    return null;
                }));
            }
            await().until(() -> guesses.get() > 40);
            List<Future<Duration>> students = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                boolean typo = i % 10 < 3;
                students.add(pool.submit(() -> {
                    long begun = System.nanoTime();
                    try (RawClient student = RawClient.greeted(server.port(), Role.OBSERVER)) {
                        if (typo) {
                            student.refused(new ClientMessage.JoinRoom(RawClient.key(), "33333333", null, "", false));
                        }
                        student.ask(
                                new ClientMessage.JoinRoom(RawClient.key(), code, null, "", false),
                                ServerMessage.Watching.class);
                    }
                    return Duration.ofNanos(System.nanoTime() - begun);
                }));
            }
            for (Future<Duration> student : students) {
                assertThat(student.get()).isLessThan(Duration.ofSeconds(30));
            }
            attack.set(false);
            assertThat(TestParts.uncaught(server)).isZero();
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aMatchThatNobodyNeedsLeavesMemoryAndComesBack() throws Exception {
        HandTimers timers = new HandTimers();
        AtomicLong ticks = new AtomicLong();
        Parts parts = TestParts.real().withTimers(timers).withTicker(ticks::get);
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data), parts)) {
            String token;
            String matchId;
            try (RawClient us = RawClient.greeted(server.port(), Role.PLAYER)) {
                ServerMessage.RoomCreated room = us.createRoom(3, 0, null, "random");
                matchId = room.matchId();
                token = us.join(room.roomCode(), "Ann").token();
                us.ask(new ClientMessage.Direct(matchId, new HostAct.Start(), 0), ServerMessage.Saved.class);
                us.ask(
                        new ClientMessage.Do(matchId, 1, RawClient.key(), new Deed.Ready(true, 0)),
                        ServerMessage.Saved.class);
                us.await(
                        Notice.RoundOpened.class, opened -> opened.observation().openRound() == 2);
                for (int i = 0; i < 5; i++) {
                    ticks.addAndGet(Duration.ofMinutes(5).toNanos());
                    timers.pass(5_000);
                }
                us.ask(new ClientMessage.Ping(1), ServerMessage.Pong.class);
                assertThat(loaded(server)).as("somebody is there").isEqualTo(1);
            }
            await().until(() -> server.registry().get("truce.accepted").gauge().value() == 0);
            await().until(() -> {
                ticks.addAndGet(Duration.ofMinutes(20).toNanos());
                timers.pass(5_000);
                return loaded(server) == 0;
            });
            try (RawClient us = RawClient.greeted(server.port(), Role.PLAYER)) {
                us.ask(new ClientMessage.Resume(token, 0), ServerMessage.Resumed.class);
                us.ask(
                        new ClientMessage.Do(matchId, 2, RawClient.key(), new Deed.Ready(true, 0)),
                        ServerMessage.Saved.class);
                assertThat(loaded(server)).isEqualTo(1);
            }
        }
    }

    private static double loaded(TruceServer server) {
        return server.registry()
                .get("cache.size")
                .tag("cache", "matches")
                .gauge()
                .value();
    }
}
