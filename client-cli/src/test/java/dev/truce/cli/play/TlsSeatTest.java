package dev.truce.cli.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.app.TruceServer;
import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.Setting;
import dev.truce.cli.connect.OwnRoom;
import dev.truce.cli.connect.ServerCall;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.kept.SavedSeat;
import dev.truce.cli.option.ServerAddress;
import dev.truce.cli.option.TlsOptions;
import dev.truce.cli.seat.SessionQueue;
import dev.truce.engine.board.Side;
import dev.truce.match.Seat;
import dev.truce.protocol.client.NettySeatClient;
import dev.truce.protocol.client.ResumeTicket;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.RoomRequest;
import dev.truce.scenario.Scenarios;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A seat on a server with a certificate of its own is opened again without naming that certificate again. */
class TlsSeatTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path folder;

    private Path certificate;
    private Path key;

    @BeforeEach
    void makeACertificate() throws Exception {
        Path store = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "truce",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        certificate = pem(
                "certificate.pem", "CERTIFICATE", keys.getCertificate("truce").getEncoded());
        key = pem("key.pem", "PRIVATE KEY", keys.getKey("truce", PASSWORD).getEncoded());
    }

    private Path pem(String name, String kind, byte[] bytes) throws Exception {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return Files.writeString(
                folder.resolve(name), "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
    }

    private static ServerCall call(TruceServer server, @Nullable Path authority) throws FaultException {
        return ServerCall.to(new ServerAddress("127.0.0.1", server.port()), TlsOptions.again(authority), "truce");
    }

    @Test
    void theSeatRemembersWhomItTrusts() throws Exception {
        TlsOptions typed = new TlsOptions();
        new CommandLine(typed).parseArgs("--ca", certificate.toString());
        Path settings = folder.resolve("settings");
        ServerConfig config = ServerConfig.embedded(folder.resolve("data"))
                .with(Setting.TLS_CERT, certificate)
                .with(Setting.TLS_KEY, key);
        try (TruceServer server = TruceServer.start(config, List.of(Scenarios.busan2025()));
                OwnRoom room = OwnRoom.open(
                        call(server, certificate),
                        new RoomRequest("busan-2025", 1L, 2, 0, null, null, false),
                        new SessionQueue())) {
            SavedSeat.of(
                            new ServerAddress("127.0.0.1", server.port()),
                            typed.isOn(),
                            typed.keepAuthority(settings.resolve("ca.pem")),
                            room.join(Side.US, "Mei"),
                            "")
                    .save(settings);
            Files.delete(certificate);
            SavedSeat seat = SavedSeat.load(settings).orElseThrow();
            NettySeatClient.Resumption back =
                    call(server, seat.authority()).resume(new ResumeTicket(seat.token(), 0), new SessionQueue());
            back.client().close();
            assertThat(back.place().seat()).isEqualTo(Seat.US_HEAD);
            assertThatThrownBy(() -> call(server, null).resume(new ResumeTicket(seat.token(), 0), new SessionQueue()))
                    .isInstanceOfSatisfying(
                            FaultException.class,
                            untrusted -> assertThat(untrusted.fault().code()).isEqualTo("CERTIFICATE_NOT_TRUSTED"));
        }
    }

    @Test
    void aServerThatHangsUpOnWhoDoesNotEncryptMayWantTls() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread hangsUp = new Thread(() -> {
                try (Socket accepted = socket.accept()) {
                    int unused = accepted.getInputStream().read();
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            });
            hangsUp.start();
            ServerCall call = ServerCall.to(new ServerAddress("127.0.0.1", socket.getLocalPort()), null, "truce");
            assertThatThrownBy(() -> call.connect(Role.PLAYER))
                    .isInstanceOfSatisfying(
                            FaultException.class,
                            closed -> assertThat(closed.fault().lines()).anyMatch(line -> line.contains("--tls")));
            hangsUp.join();
        }
    }
}
