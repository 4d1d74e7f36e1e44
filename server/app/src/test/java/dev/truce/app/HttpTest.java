package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.Setting;
import dev.truce.app.net.connection.DisconnectCause;
import dev.truce.protocol.codec.ClientFrames;
import dev.truce.protocol.codec.ServerFrames;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.protocol.message.ServerMessage;
import dev.truce.protocol.message.Wire;
import dev.truce.protocol.v2.ServerEnvelope;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTest {
    /** First bytes of whole frames of a WebSocket. */
    private static final int PING = 0x89;

    private static final int BINARY = 0x82;

    @TempDir
    Path data;

    private TruceServer server;

    @BeforeEach
    void start() throws Exception {
        server = TruceServer.start(ServerConfig.embedded(data), TestParts.real());
    }

    @AfterEach
    void stopWithoutABug() {
        assertThat(TestParts.uncaught(server)).isZero();
        server.close();
    }

    @Test
    void healthIsOneLineOfJson() throws Exception {
        HttpProbe.Answer answer = HttpProbe.get(server.port(), "/health");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.head()).contains("content-type: application/json").contains("cache-control: no-store");
        assertThat(answer.body()).isEqualTo("{\"status\":\"ok\",\"version\":\"dev\",\"ruleset\":\"busan-3.0.0\"}\n");
    }

    @Test
    void metricsAreThereForAMonitoringSystem() throws Exception {
        HttpProbe.Answer answer = HttpProbe.metrics(server.port(), data);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.head()).contains("content-type: text/plain; version=0.0.4");
        assertThat(answer.body()).contains("# HELP truce_ack_seconds").contains("jvm_memory_used_bytes");
    }

    @Test
    void figuresAreForWhoHasTheirKey() throws Exception {
        for (String shown : new String[] {
            "", "Authorization: Bearer \r\n", "Authorization: Bearer " + "z".repeat(43) + "\r\n", "Host: x\r\n"
        }) {
            HttpProbe.Answer answer =
                    HttpProbe.send(server.port(), "GET /metrics HTTP/1.1\r\nHost: x\r\n" + shown + "\r\n");
            assertThat(answer.status()).as(shown).isIn(401, 400);
            assertThat(answer.body()).doesNotContain("truce_");
        }
        assertThat(Files.getPosixFilePermissions(data.resolve(ServerConfig.METRICS_KEY_FILE)))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void aHeadRequestGetsTheHeadOnly() throws Exception {
        HttpProbe.Answer answer = HttpProbe.send(server.port(), "HEAD /health HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.head()).doesNotContain("content-length: 0");
    }

    @Test
    void everythingElseIsRefused() throws Exception {
        int port = server.port();
        assertThat(HttpProbe.get(port, "/").status()).isEqualTo(404);
        assertThat(HttpProbe.get(port, "/../etc/passwd").status()).isEqualTo(404);
        assertThat(HttpProbe.get(port, "/metrics/").status()).isEqualTo(404);
        assertThat(HttpProbe.send(port, "POST /health HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n")
                        .status())
                .isEqualTo(405);
        assertThat(HttpProbe.send(port, "DELETE /metrics HTTP/1.1\r\nHost: x\r\n\r\n")
                        .status())
                .isEqualTo(405);
        assertThat(HttpProbe.send(port, "GET /health NONSENSE\r\nHost: x\r\n\r\n")
                        .status())
                .isEqualTo(400);
        assertThat(HttpProbe.send(port, "GET /" + "x".repeat(4_000) + " HTTP/1.1\r\nHost: x\r\n\r\n")
                        .status())
                .isIn(400, 414);
        assertThat(HttpProbe.send(port, "GET /health HTTP/1.1\r\nX: " + "x".repeat(20_000) + "\r\n\r\n")
                        .status())
                .isIn(400, 431);
        assertThat(HttpProbe.send(
                                port, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9000\r\n\r\n" + "x".repeat(9_000))
                        .status())
                .isEqualTo(413);
        assertThat(HttpProbe.get(port, "/ws").status()).as("without an upgrade").isEqualTo(426);
    }

    /** Also where a client waits to be told that it may send the body. */
    @ParameterizedTest
    @ValueSource(strings = {"", "Expect: 100-continue\r\n"})
    void whatIsTooLargeIsAskedWhatAllAreAsked(String header) throws Exception {
        int port = server.port();
        String end = header + "Content-Length: 9000\r\n\r\n" + (header.isEmpty() ? "x".repeat(9_000) : "");
        String list = "POST /api/teach/list HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n";
        assertThat(HttpProbe.send(port, "POST / HTTP/1.1\r\nHost: x\r\n" + end).status())
                .isEqualTo(413);
        assertThat(HttpProbe.send(port, list + end).status()).as("no pass").isEqualTo(401);
        assertThat(HttpProbe.send(port, list + "Origin: https://evil.example\r\n" + end)
                        .status())
                .as("a page of another origin")
                .isEqualTo(403);
        // Nothing more of a connection is answered while a guess is.
        assertThat(HttpProbe.raw(port, list + end + "GET /health HTTP/1.1\r\nHost: x\r\n\r\n")
                        .head())
                .startsWith("http/1.1 401");
    }

    @Test
    void requestsOfOneConnectionAreAnsweredInTheirOrder() throws Exception {
        String health = "GET /health HTTP/1.1\r\nHost: x\r\n\r\n";
        String nothing = "HEAD /nothing HTTP/1.1\r\nHost: x\r\n\r\n";
        String last = "GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        HttpProbe.Answer answers = HttpProbe.raw(server.port(), health + nothing + health + last);
        assertThat(answers.head()).doesNotContain("connection: close");
        assertThat(answers.body().split("HTTP/1.1 ", -1)).hasSize(4).satisfies(each -> {
            assertThat(each[0]).isEqualTo("{\"status\":\"ok\",\"version\":\"dev\",\"ruleset\":\"busan-3.0.0\"}\n");
            assertThat(each[1]).startsWith("404");
            assertThat(each[2]).startsWith("200");
            assertThat(each[3]).startsWith("200").contains("connection: close");
        });
        assertThat(HttpProbe.raw(server.port(), "GET /health HTTP/1.0\r\n\r\n").status())
                .isEqualTo(200);
    }

    /** Collects the bytes that come in binary messages. */
    private static final class Ears implements WebSocket.Listener {
        private final BlockingQueue<byte[]> messages = new LinkedBlockingQueue<>();
        private final ByteArrayOutputStream part = new ByteArrayOutputStream();
        private final CompletableFuture<Boolean> closed = new CompletableFuture<>();
        private final CompletableFuture<Boolean> ponged = new CompletableFuture<>();

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer bytes, boolean last) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            part.writeBytes(copy);
            if (last) {
                messages.add(part.toByteArray());
                part.reset();
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer bytes) {
            ponged.complete(true);
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.complete(true);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.complete(true);
        }
    }

    private WebSocket open(Ears ears, String origin) throws Exception {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Origin", origin)
                .connectTimeout(Duration.ofSeconds(10))
                .buildAsync(URI.create("ws://127.0.0.1:" + server.port() + "/ws"), ears)
                .get(10, TimeUnit.SECONDS);
    }

    private static ServerMessage ask(WebSocket socket, Ears ears, long id, ClientMessage body) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ClientFrames.toWire(new ClientFrame(Wire.PROTO_VERSION, "", id, 0, body))
                .writeDelimitedTo(bytes);
        socket.sendBinary(ByteBuffer.wrap(bytes.toByteArray()), true).get(10, TimeUnit.SECONDS);
        byte[] answer = ears.messages.poll(10, TimeUnit.SECONDS);
        assertThat(answer).as("answer to %s", body).isNotNull();
        return ServerFrames.toGame(ServerEnvelope.parseDelimitedFrom(new ByteArrayInputStream(answer)))
                .body();
    }

    @Test
    void aWebSocketCarriesTheSameProtocol() throws Exception {
        Ears ears = new Ears();
        WebSocket socket = open(ears, "http://127.0.0.1:" + server.port());
        assertThat(ask(socket, ears, 1, new ClientMessage.Hello("page", "1", Role.PLAYER)))
                .isInstanceOf(ServerMessage.Welcome.class);
        assertThat(ask(
                        socket,
                        ears,
                        2,
                        new ClientMessage.CreateRoom(
                                RawClient.key(), new RoomRequest("busan-2025", null, 2, 0, null, "hold", false))))
                .isInstanceOf(ServerMessage.RoomCreated.class);
        socket.abort();
    }

    @Test
    void aPageOfAnotherOriginMayNotConnect() {
        assertThatThrownBy(() -> open(new Ears(), "http://evil.example"))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        e -> assertThat(e.getResponse().statusCode()).isEqualTo(403));
    }

    @Test
    void textInAWebSocketEndsIt() throws Exception {
        Ears ears = new Ears();
        WebSocket socket = open(ears, "http://127.0.0.1:" + server.port());
        socket.sendText("hello", true).get(10, TimeUnit.SECONDS);
        assertThat(ears.closed.get(10, TimeUnit.SECONDS)).isTrue();
    }

    /** Returns a connection that has become a WebSocket, and on which bytes are still to be sent. */
    private static Socket upgraded(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
        socket.getOutputStream()
                .write(String.format(
                                "GET /ws HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\n"
                                        + "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                                        + "Sec-WebSocket-Version: 13\r\n\r\n",
                                port)
                        .getBytes(StandardCharsets.US_ASCII));
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            assertThat(next).isNotNegative();
            answer.append((char) next);
        }
        assertThat(answer).startsWith("HTTP/1.1 101 ");
        return socket;
    }

    @ParameterizedTest
    @ValueSource(ints = {PING, BINARY})
    void emptyFramesWithoutEndEndTheirConnectionAndNoOther(int kind) throws Exception {
        Ears ears = new Ears();
        WebSocket page = open(ears, "http://127.0.0.1:" + server.port());
        ask(page, ears, 1, new ClientMessage.Hello("page", "1", Role.PLAYER));
        try (Socket flood = upgraded(server.port())) {
            ByteBuffer frames = ByteBuffer.allocate(20_000 * 6);
            while (frames.hasRemaining()) {
                // Empty, and masked with nothing.
                frames.put((byte) kind).put((byte) 0x80).putInt(0);
            }
            try {
                flood.getOutputStream().write(frames.array());
            } catch (SocketException cut) {
                // That is what the test is about.
            }
            await().until(() -> TestParts.ends(server, DisconnectCause.FLOOD) == 1);
        }
        page.sendPing(ByteBuffer.allocate(0)).get(10, TimeUnit.SECONDS);
        assertThat(ears.ponged.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(ask(page, ears, 2, new ClientMessage.Ping(1))).isInstanceOf(ServerMessage.Pong.class);
        page.abort();
    }

    /** Each is what web servers write by the default or the first example of their manuals. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Host: truce.example:8443 | 101",
                "Host: 127.0.0.1:PORT; X-Forwarded-Host: truce.example:8443 | 101",
                "Host: upstream; Forwarded: for=192.0.2.7,host=\"truce.example:8443\",proto=https | 101",
                "Host: upstream; Forwarded: host=truce.example:9443; X-Forwarded-Host: truce.example:8443 | 403",
                "Host: upstream; X-Forwarded-Host: truce.example:8443; X-Forwarded-Host: truce.example:8443 | 403",
                "Host: 127.0.0.1:PORT | 403",
                "Host: 127.0.0.1:PORT; X-Forwarded-Host: evil.example | 403"
            })
    void aWebServerInFrontNeedsNoFlagButTheName(String headers, int status) throws Exception {
        ServerConfig named = ServerConfig.embedded(data.resolve("named")).with(Setting.NAME, "truce.example");
        try (TruceServer hosting = TruceServer.start(named, TestParts.real());
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), hosting.port())) {
            socket.setSoTimeout(10_000);
            String lines = headers.replace("; ", "\r\n")
                    .replace(",host", ";host")
                    .replace(",proto", ";proto")
                    .replace("PORT", Integer.toString(hosting.port()));
            socket.getOutputStream()
                    .write(("GET /ws HTTP/1.1\r\n" + lines + "\r\nOrigin: https://truce.example:8443\r\n"
                                    + "Upgrade: websocket\r\nConnection: Upgrade\r\n"
                                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] begun = socket.getInputStream().readNBytes("HTTP/1.1 101 ".length());
            assertThat(new String(begun, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 " + status + " ");
        }
    }
}
