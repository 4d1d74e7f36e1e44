package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.Setting;
import dev.truce.app.config.StartException;
import dev.truce.app.net.connection.DisconnectCause;
import dev.truce.engine.orders.Reply;
import dev.truce.protocol.client.ConnectionOptions;
import dev.truce.protocol.client.FreePort;
import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.client.SeatListener;
import dev.truce.protocol.message.Role;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsTest {
    @TempDir
    Path directory;

    private Path certificate;
    private Path key;
    private SSLContext trust;

    @BeforeEach
    void makeACertificate() throws Exception {
        PemFiles files = PemFiles.make(directory, "EC");
        certificate = files.certificate();
        key = files.key();
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("truce", files.made());
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        trust = SSLContext.getInstance("TLS");
        trust.init(null, managers.getTrustManagers(), null);
    }

    private TruceServer start() throws StartException {
        return TruceServer.start(
                ServerConfig.embedded(directory.resolve("data"))
                        .with(Setting.TLS_CERT, certificate)
                        .with(Setting.TLS_KEY, key),
                TestParts.real());
    }

    /** Hears nothing. */
    private static final SeatListener DEAF = heard -> {};

    @Test
    void theProtocolAndHttpAreSpokenEncrypted() throws Exception {
        try (TruceServer server = start()) {
            ConnectionOptions options = ConnectionOptions.of("127.0.0.1", server.port(), Role.PLAYER, "test")
                    .withTls(trust);
            Reply<NettySeatClient> answer =
                    NettySeatClient.connect(options, DEAF).get(20, TimeUnit.SECONDS);
            assertThat(answer).isInstanceOf(Reply.Done.class);
            ((Reply.Done<NettySeatClient>) answer).value().close();
            try (SSLSocket socket = (SSLSocket) trust.getSocketFactory().createSocket("127.0.0.1", server.port())) {
                socket.setSoTimeout(15_000);
                socket.getOutputStream()
                        .write("GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes("US-ASCII"));
                assertThat(new String(socket.getInputStream().readAllBytes(), "UTF-8"))
                        .startsWith("HTTP/1.1 200")
                        .containsIgnoringCase("strict-transport-security: max-age=");
                assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
            }
            // On this machine a monitoring system needs no encryption.
            assertThat(HttpProbe.get(server.port(), "/health").status()).isEqualTo(200);
            assertThat(TestParts.uncaught(server)).isZero();
        }
    }

    @Test
    void olderVersionsAreRefused() throws Exception {
        try (TruceServer server = start();
                SSLSocket socket = (SSLSocket) trust.getSocketFactory().createSocket("127.0.0.1", server.port())) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLHandshakeException.class);
            await().until(() -> TestParts.ends(server, DisconnectCause.TLS_FAILED) == 1);
            assertThat(TestParts.uncaught(server)).isZero();
        }
    }

    @Test
    void encryptionThatNobodySwitchedOnIsRefused() throws Exception {
        try (TruceServer server =
                        TruceServer.start(ServerConfig.embedded(directory.resolve("plain")), TestParts.real());
                SSLSocket socket = (SSLSocket) trust.getSocketFactory().createSocket("127.0.0.1", server.port())) {
            assertThatThrownBy(socket::startHandshake).isInstanceOf(java.io.IOException.class);
            await().until(() -> TestParts.ends(server, DisconnectCause.TLS_MISMATCH) == 1);
        }
    }

    @Test
    void aCertificateWithoutItsKeyStopsTheStart() {
        ServerConfig half = ServerConfig.embedded(directory.resolve("data")).with(Setting.TLS_CERT, certificate);
        assertThatThrownBy(() -> TruceServer.start(half, TestParts.real()))
                .isInstanceOfSatisfying(
                        StartException.class, e -> assertThat(e.code()).isEqualTo(StartException.Code.BAD_TLS));
    }

    @Test
    void aKeyThatCannotBeUsedStopsTheStart() throws Exception {
        Files.writeString(key, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        assertThatThrownBy(this::start)
                .isInstanceOfSatisfying(StartException.class, e -> {
                    assertThat(e.code()).isEqualTo(StartException.Code.BAD_TLS);
                    assertThat(e.next().key()).isEqualTo("refused.start.tls.next");
                })
                .hasMessageContaining("key.pem");
    }

    /** What the server shows who connects now. */
    private Certificate shown(TruceServer server) throws Exception {
        try (SSLSocket socket = (SSLSocket) trust.getSocketFactory().createSocket("127.0.0.1", server.port())) {
            socket.setSoTimeout(15_000);
            socket.startHandshake();
            return socket.getSession().getPeerCertificates()[0];
        }
    }

    @Test
    void aCertificateThatWasRenewedServesTheNextConnection() throws Exception {
        HandTimers timers = new HandTimers();
        ServerConfig config = ServerConfig.embedded(directory.resolve("data"))
                .with(Setting.TLS_CERT, certificate)
                .with(Setting.TLS_KEY, key);
        try (TruceServer server = TruceServer.start(config, TestParts.real().withTimers(timers))) {
            Certificate first = shown(server);
            SSLContext trustsFirst = trust;
            makeACertificate();
            timers.pass(61_000);
            // Another thread reads it; a client that trusts the new one alone gets in then.
            await().until(() -> {
                try {
                    return !shown(server).equals(first);
                } catch (SSLHandshakeException notYet) {
                    return false;
                }
            });
            trust = trustsFirst;
            assertThatThrownBy(() -> shown(server)).isInstanceOf(SSLHandshakeException.class);
        }
    }

    private static String sent(int port, String request) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(15_000);
            socket.getOutputStream().write(request.getBytes("US-ASCII"));
            return new String(socket.getInputStream().readAllBytes(), "UTF-8");
        }
    }

    @ParameterizedTest(name = "{0} {1} of {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "GET, /truce/#/join, class.example:80, 308 https://class.example:PORT/truce/#/join",
                "HEAD, /, 192.0.2.7, 308 https://192.0.2.7:PORT/",
                "GET, /a?b=c, [2001:db8::7]:8080, 308 https://[2001:db8::7]:PORT/a?b=c",
                "GET, http://evil.example/, class.example, 308 https://class.example:PORT/",
                "GET, //evil.example/, class.example, 308 https://class.example:PORT//evil.example/",
                "POST, /api/desk/acts, class.example, 403 -",
                "GET, /, evil.example/@x, 400 -",
                "GET, /, -, 400 -"
            })
    void browsersThatDoNotEncryptAreSentOn(String method, String path, @Nullable String host, String expected)
            throws Exception {
        int plain = FreePort.next();
        ServerConfig config = ServerConfig.embedded(directory.resolve("data"))
                .with(Setting.TLS_CERT, certificate)
                .with(Setting.TLS_KEY, key)
                .with(Setting.REDIRECT_PORT, plain);
        try (TruceServer server = TruceServer.start(config, TestParts.real())) {
            String[] wanted =
                    expected.replace("PORT", Integer.toString(server.port())).split(" ");
            String answer = sent(
                    plain,
                    method + " " + path + " HTTP/1.1\r\n" + (host == null ? "" : "Host: " + host + "\r\n") + "\r\n");
            assertThat(answer).startsWith("HTTP/1.1 " + wanted[0]);
            if (wanted[1].equals("-")) {
                assertThat(answer).doesNotContainIgnoringCase("location:");
            } else {
                assertThat(answer.lines()).contains("Location: " + wanted[1]);
            }
            // Neither the protocol nor TLS is spoken there.
            assertThatThrownBy(() -> {
                        try (SSLSocket socket =
                                (SSLSocket) trust.getSocketFactory().createSocket("127.0.0.1", plain)) {
                            socket.startHandshake();
                        }
                    })
                    .isInstanceOf(java.io.IOException.class);
            assertThat(TestParts.uncaught(server)).isZero();
        }
    }

    @Test
    void theHeadOfTheFirstRequestHasTheOneAnswer() throws Exception {
        int plain = FreePort.next();
        ServerConfig config = ServerConfig.embedded(directory.resolve("data"))
                .with(Setting.TLS_CERT, certificate)
                .with(Setting.TLS_KEY, key)
                .with(Setting.REDIRECT_PORT, plain);
        try (TruceServer server = TruceServer.start(config, TestParts.real())) {
            String get = "GET / HTTP/1.1\r\nHost: 192.0.2.7\r\n\r\n";
            assertThat(sent(plain, get + get + get).split("HTTP/1.1 ", -1)).hasSize(2);
            assertThat(sent(
                            plain,
                            "POST / HTTP/1.1\r\nHost: 192.0.2.7\r\nContent-Length: 7\r\nExpect: 100-continue\r\n\r\n"))
                    .startsWith("HTTP/1.1 403");
            assertThat(TestParts.uncaught(server)).isZero();
        }
    }

    /** To the port itself, by an address that is not of this machine. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, https://192.0.2.7:PORT/a", "https://truce.example/courses/, https://truce.example/courses/a"})
    void thePortItselfSendsOnToo(@Nullable String publicUrl, String expected) throws Exception {
        ServerConfig config = ServerConfig.embedded(directory.resolve("data"))
                .with(Setting.TLS_CERT, certificate)
                .with(Setting.TLS_KEY, key)
                .with(Setting.PROXY_PROTOCOL, true);
        if (publicUrl != null) {
            config = config.with(Setting.PUBLIC_URL, publicUrl);
        }
        try (TruceServer server = TruceServer.start(config, TestParts.real())) {
            String answer = sent(
                    server.port(),
                    "PROXY TCP4 203.0.113.7 192.0.2.7 40000 443\r\nGET /a HTTP/1.1\r\nHost: 192.0.2.7\r\n\r\n");
            assertThat(answer.lines())
                    .contains("Location: " + expected.replace("PORT", Integer.toString(server.port())));
        }
    }

    @Test
    void aPortThatSendsOnNeedsACertificate() throws Exception {
        ServerConfig config =
                ServerConfig.embedded(directory.resolve("data")).with(Setting.REDIRECT_PORT, FreePort.next());
        assertThatThrownBy(() -> TruceServer.start(config, TestParts.real()))
                .isInstanceOfSatisfying(
                        StartException.class, e -> assertThat(e.next().key()).isEqualTo("refused.start.redirect.next"));
    }
}
