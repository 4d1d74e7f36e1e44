package dev.truce.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.protocol.client.NettySeatClient.OpenPlace;
import dev.truce.protocol.client.SeatClient.RoomTicket;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.protocol.wire.LeakAlarm;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client over real sockets: what breaks is repaired, nothing counts twice, and no wait is without end. */
class NettySeatClientTest {
    @AfterAll
    static void nothingLeaked() {
        assertThat(LeakAlarm.leaks()).isEmpty();
    }

    private static final Orders ORDERS = Orders.of(new Order(Instrument.US_PORT_FEE, 2));

    private final TinyServer server = new TinyServer(null);
    private final HeardLines hearing = new HeardLines();

    @AfterEach
    void stop() {
        server.close();
    }

    private static ConnectionOptions options(int port) {
        return new ConnectionOptions(
                "127.0.0.1",
                port,
                null,
                Role.PLAYER,
                "check",
                "1.0",
                new SplittableRandom(1),
                new Conversation.Waits(3_000, 5_000, 20, 100, 20_000));
    }

    private static <T> T done(CompletableFuture<Reply<T>> answer) {
        Reply<T> value = answer.orTimeout(10, TimeUnit.SECONDS).join();
        assertThat(value).isInstanceOf(Reply.Done.class);
        return ((Reply.Done<T>) value).value();
    }

    private static <T> Refusal refused(CompletableFuture<Reply<T>> answer) {
        Reply<T> value = answer.orTimeout(10, TimeUnit.SECONDS).join();
        assertThat(value).isInstanceOf(Reply.Refused.class);
        return ((Reply.Refused<T>) value).refusal();
    }

    private NettySeatClient connect() {
        return done(NettySeatClient.connect(options(server.port()), hearing));
    }

    @Test
    void aSeatIsTakenAndOrdersAreSaved() {
        try (NettySeatClient client = connect()) {
            RoomTicket room = done(client.createRoom(new RoomRequest("busan-2025", 7L, 12, 0, null, "HAWK", false)));
            assertThat(room).isEqualTo(new RoomTicket("ABCDEFGH", "m1"));
            SeatTicket seat = done(client.join(room.code(), Side.US, "Lee", false));
            assertThat(seat.side()).isEqualTo(Side.US);
            assertThat(seat.opponent()).hasToString("HAWK");
            client.start().orTimeout(10, TimeUnit.SECONDS).join();
            assertThat(done(client.submit(1, ORDERS))).isEqualTo(new Saved(1, 1, 1_000));
            assertThat(done(client.ready(1, true))).isEqualTo(new Saved(1, 0, 7));
            assertThat(refused(client.does(1, new Deed.Undo())))
                    .isEqualTo(Refusal.of(RefusalCode.STALE_ROUND, "round_id")
                            .saying("Round 1 is over.")
                            .legal("2"));
        }
    }

    @Test
    void whatNeedsAMatchIsRefusedBeforeThereIsOne() {
        try (NettySeatClient client = connect()) {
            assertThat(refused(client.submit(1, ORDERS)).code()).hasToString("UNKNOWN_MATCH");
            assertThat(refused(client.start()).code()).hasToString("UNKNOWN_MATCH");
        }
    }

    @Test
    void offersNoticeAndWordsAreAskedAsTheyWereMeant() {
        Terms terms = new Terms.Renewal(4, true);
        OfferId theirs = new OfferId(Side.CN, 2);
        try (NettySeatClient client = connect()) {
            assertThat(refused(client.does(1, new Deed.MakeOffer(terms, null))).code())
                    .hasToString("UNKNOWN_MATCH");
            done(client.join("ABCDEFGH", Side.US, "Lee", false));
            Saved saved = new Saved(1, 0, 8);
            assertThat(done(client.does(1, new Deed.MakeOffer(terms, theirs)))).isEqualTo(saved);
            assertThat(done(client.does(1, new Deed.Accept(theirs, "0123456789abcdef"))))
                    .isEqualTo(saved);
            assertThat(done(client.does(1, new Deed.Refuse(theirs)))).isEqualTo(saved);
            assertThat(done(client.does(1, new Deed.Withdraw(new OfferId(Side.US, 1)))))
                    .isEqualTo(saved);
            assertThat(done(client.does(1, new Deed.GiveNotice(true)))).isEqualTo(saved);
            assertThat(done(client.does(1, new Deed.Say(Channel.PUBLIC, "Enough.", new Statement.Warn()))))
                    .isEqualTo(saved);
            List<ClientMessage> asked = server.dealings();
            assertThat(asked)
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("key")
                    .containsExactly(
                            new ClientMessage.Do("m1", 1, "", new Deed.MakeOffer(terms, theirs)),
                            new ClientMessage.Do("m1", 1, "", new Deed.Accept(theirs, "0123456789abcdef")),
                            new ClientMessage.Do("m1", 1, "", new Deed.Refuse(theirs)),
                            new ClientMessage.Do("m1", 1, "", new Deed.Withdraw(new OfferId(Side.US, 1))),
                            new ClientMessage.Do("m1", 1, "", new Deed.GiveNotice(true)),
                            new ClientMessage.Do(
                                    "m1", 1, "", new Deed.Say(Channel.PUBLIC, "Enough.", new Statement.Warn())));
            assertThat(((ClientMessage.Do) asked.get(0)).key()).hasSizeGreaterThan(20);
        }
    }

    @Test
    void nobodyAtThePortIsSaid() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThat(refused(NettySeatClient.connect(options(free), hearing)).code())
                .hasToString("UNREACHABLE");
    }

    @Test
    void aPortThatAnswersNothingIsGivenUp() throws IOException {
        Conversation.Waits quick = new Conversation.Waits(200, 1_000, 20, 100, 1_000);
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Refusal refusal = refused(
                    NettySeatClient.connect(options(silent.getLocalPort()).withWaits(quick), hearing));
            assertThat(refusal.code()).hasToString("UNREACHABLE");
        }
    }

    @Test
    void aRefusedVersionIsSaid() {
        server.refuseTheVersion();
        assertThat(refused(NettySeatClient.connect(options(server.port()), hearing))
                        .code())
                .hasToString("UNSUPPORTED_VERSION");
    }

    @Test
    void aMoveWhoseAnswerWasLostCountsOnceAndGetsItsFirstAnswer() {
        try (NettySeatClient client = connect()) {
            done(client.join("ABCDEFGH", Side.US, "Lee", false));
            server.mute(true);
            CompletableFuture<Reply<Saved>> saved = client.submit(1, ORDERS);
            await().until(() -> server.sealed() == 1);
            server.mute(false);
            server.cut();
            assertThat(done(saved)).isEqualTo(new Saved(1, 1, 1_000));
            assertThat(server.sealed()).isEqualTo(1);
            assertThat(server.received().stream().filter("Do"::equals)).hasSize(2);
        }
    }

    @Test
    void fiftyCutsLoseNoEventAndRepeatNone() {
        try (NettySeatClient client = connect()) {
            done(client.join("ABCDEFGH", Side.US, "Lee", false));
            for (int i = 1; i <= 150; i++) {
                server.tell(i);
                if (i % 3 == 0) {
                    server.cut();
                }
            }
            await().until(() -> hearing.lines.contains("status 150"));
            List<String> heard = hearing.lines.stream()
                    .filter(line -> line.startsWith("status"))
                    .toList();
            assertThat(heard).hasSize(150).doesNotHaveDuplicates();
            assertThat(heard.get(0)).isEqualTo("status 1");
        }
    }

    @Test
    void aServerThatIsAwayForAWhileIsFoundAgain() {
        try (NettySeatClient client = connect()) {
            done(client.join("ABCDEFGH", Side.US, "Lee", false));
            server.stopListening();
            await().until(() -> hearing.lines.contains("lost 3"));
            CompletableFuture<Reply<Saved>> saved = client.submit(1, ORDERS);
            server.listenAgain();
            assertThat(done(saved).round()).isEqualTo(1);
        }
    }

    @Test
    void theNewerClientTakesTheSeatAndTheOlderOneStops() {
        try (NettySeatClient older = connect()) {
            done(older.join("ABCDEFGH", Side.US, "Lee", false));
            server.tell(1);
            await().until(() -> hearing.lines.contains("status 1"));
            ResumeTicket ticket = hearing.tickets.get(0);
            HeardLines newerHearing = new HeardLines();
            NettySeatClient.Resumption back = done(NettySeatClient.resume(
                    options(server.port()), new ResumeTicket(ticket.token(), 0), newerHearing, null));
            assertThat(back.place()).isEqualTo(new OpenPlace("m1", "ABCDEFGH", Seat.US_HEAD, Viewer.US));
            await().until(() -> hearing.lines.contains("taken over"));
            await().until(() -> newerHearing.lines.contains("status 1"));
            assertThat(refused(older.submit(1, ORDERS)).code()).hasToString("TAKEN_OVER");
            assertThat(done(back.client().submit(1, ORDERS)).orders()).isEqualTo(1);
            back.client().close();
        }
        assertThat(hearing.lines.stream().filter(line -> line.startsWith("lost")))
                .isEmpty();
    }

    @Test
    void anOldTicketIsRefused() {
        try (NettySeatClient client = connect()) {
            done(client.join("ABCDEFGH", Side.US, "Lee", false));
            assertThat(refused(NettySeatClient.resume(
                                    options(server.port()), new ResumeTicket("token0", 0), new HeardLines(), null))
                            .code())
                    .hasToString("BAD_TOKEN");
        }
    }

    @Test
    void aClosedClientAnswersAndStaysClosed() {
        NettySeatClient client = connect();
        done(client.join("ABCDEFGH", Side.US, "Lee", false));
        client.close();
        client.close();
        assertThat(refused(client.submit(1, ORDERS)).code()).hasToString("CLOSED");
    }

    @Test
    void manyClientsShareThreads() {
        try (Transport transport = Transport.start(1)) {
            for (int i = 0; i < 20; i++) {
                NettySeatClient client = done(NettySeatClient.connect(options(server.port()), hearing, transport));
                client.close();
            }
            NettySeatClient last = done(NettySeatClient.connect(options(server.port()), hearing, transport));
            assertThat(done(last.join("ABCDEFGH", null, "Lee", true)).matchId()).isEqualTo("m1");
            last.close();
        }
    }

    @Test
    void encryptionIsUsedAndTheServerIsChecked(@TempDir Path folder)
            throws IOException, GeneralSecurityException, InterruptedException {
        KeyStore keys = selfSigned(folder, "san=ip:127.0.0.1");
        try (TinyServer secure = new TinyServer(serverContext(keys))) {
            ConnectionOptions trusting = options(secure.port()).withTls(trusting(keys));
            try (NettySeatClient client = done(NettySeatClient.connect(trusting, hearing))) {
                assertThat(done(client.join("ABCDEFGH", Side.US, "Lee", false)).matchId())
                        .isEqualTo("m1");
            }
            ConnectionOptions strict = options(secure.port()).withTls(SSLContext.getDefault());
            assertThat(refused(NettySeatClient.connect(strict, new HeardLines()))
                            .code())
                    .hasToString("CERTIFICATE_NOT_TRUSTED");
        }
    }

    @Test
    void aCertificateOfAnotherHostIsNotAccepted(@TempDir Path folder)
            throws IOException, GeneralSecurityException, InterruptedException {
        KeyStore keys = selfSigned(folder, "san=dns:elsewhere.example");
        try (TinyServer secure = new TinyServer(serverContext(keys))) {
            ConnectionOptions trusting = options(secure.port()).withTls(trusting(keys));
            assertThat(refused(NettySeatClient.connect(trusting, hearing)).code())
                    .hasToString("CERTIFICATE_NOT_TRUSTED");
        }
    }

    private static KeyStore selfSigned(Path folder, String extension)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path file = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "truce",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=truce",
                        "-ext",
                        extension,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, "changeit".toCharArray());
        }
        return keys;
    }

    private static SslContext serverContext(KeyStore keys) throws IOException, GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, "changeit".toCharArray());
        return SslContextBuilder.forServer(factory)
                .sslProvider(SslProvider.JDK)
                .protocols("TLSv1.3")
                .build();
    }

    private static SSLContext trusting(KeyStore keys) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("truce", keys.getCertificate("truce"));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
