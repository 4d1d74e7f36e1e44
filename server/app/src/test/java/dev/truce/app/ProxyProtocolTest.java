package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.ServerLimits;
import dev.truce.app.config.Setting;
import dev.truce.app.net.connection.DisconnectCause;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.protocol.message.ServerMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server behind a balancer knows its clients by the address that the balancer names. */
class ProxyProtocolTest {
    private static final byte[] SIGNATURE = HexFormat.of().parseHex("0d0a0d0a000d0a515549540a");
    private static final int PATIENCE_MILLIS = 15_000;

    @TempDir
    Path data;

    private TruceServer start(int strangersPerAddress) throws Exception {
        ServerConfig config = ServerConfig.embedded(data)
                .with(Setting.PROXY_PROTOCOL, true)
                .withLimits(ServerLimits.STANDARD
                        .edit()
                        .connections(100)
                        .strangersPerAddress(strangersPerAddress)
                        .done());
        return TruceServer.start(config, TestParts.real());
    }

    /** The header of version 2 for a client at an address, or one in which the balancer speaks for itself. */
    private static byte[] header(String address) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        header.write(SIGNATURE);
        if (address.isEmpty()) {
            header.write(new byte[] {0x20, 0x00, 0, 0});
            return header.toByteArray();
        }
        header.write(new byte[] {0x21, 0x11, 0, 12});
        header.write(InetAddress.getByName(address).getAddress());
        header.write(new byte[] {10, 0, 0, 1});
        header.write(ByteBuffer.allocate(4)
                .putShort((short) 40_000)
                .putShort((short) 443)
                .array());
        return header.toByteArray();
    }

    private static Socket connected(TruceServer server, byte[] first) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.getOutputStream().write(first);
        return socket;
    }

    private static String health(TruceServer server, byte[] first) throws IOException {
        try (Socket socket = connected(server, first)) {
            socket.getOutputStream()
                    .write(("GET /health HTTP/1.1\r\nHost: 127.0.0.1:" + server.port()
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.7", ""})
    void aConnectionThatBeginsWithTheHeaderIsServed(String address) throws Exception {
        try (TruceServer server = start(4)) {
            assertThat(health(server, header(address))).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void theOldTextualHeaderIsReadToo() throws Exception {
        try (TruceServer server = start(4)) {
            byte[] header = "PROXY TCP4 203.0.113.7 10.0.0.1 40000 443\r\n".getBytes(StandardCharsets.US_ASCII);
            assertThat(health(server, header)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aConnectionThatBeginsOtherwiseIsClosed() throws Exception {
        try (TruceServer server = start(4)) {
            for (byte[] first : List.of(new byte[0], "PROXY me".getBytes(StandardCharsets.US_ASCII))) {
                String answer;
                try {
                    answer = health(server, first);
                } catch (IOException reset) {
                    answer = "";
                }
                assertThat(answer).isEmpty();
            }
        }
    }

    @Test
    void aRoomThatWasRefusedDoesNotCountAmongThoseThatAnAddressOpens() throws Exception {
        try (TruceServer server = start(4);
                RawClient client = new RawClient(server.port())) {
            client.sendBytes(header("203.0.113.7"));
            client.hello(Role.PLAYER);
            for (int i = 0; i <= ServerLimits.STANDARD.roomsPerHour() / 2; i++) {
                assertThat(client.refused(room("hwak")).code()).isEqualTo(ConnectionCode.UNKNOWN_BOT);
            }
            client.ask(room("hawk"), ServerMessage.RoomCreated.class);
        }
    }

    private static ClientMessage room(String bot) {
        return new ClientMessage.CreateRoom(RawClient.key(), new RoomRequest("busan-2025", 7L, 1, 0, null, bot, false));
    }

    @Test
    void clientsOfOtherAddressesDoNotCrowdEachOtherOut() throws Exception {
        try (TruceServer server = start(1);
                Socket first = connected(server, header("203.0.113.7"));
                Socket unusedOther = connected(server, header("203.0.113.8"))) {
            Awaitility.await()
                    .until(() ->
                            server.registry().get("truce.connections").counter().count() == 2);
            assertThat(TestParts.ends(server, DisconnectCause.SERVER_FULL)).isZero();

            try (Socket unused = connected(server, header("203.0.113.7"))) {
                assertThat(first.getInputStream().read()).isEqualTo(-1);
                Awaitility.await().until(() -> TestParts.ends(server, DisconnectCause.SERVER_FULL) == 1);
            }
        }
    }
}
