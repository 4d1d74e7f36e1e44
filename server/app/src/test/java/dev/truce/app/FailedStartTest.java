package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.Setting;
import dev.truce.app.config.StartException;
import dev.truce.app.log.AuditFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that does not start leaves as little as it says. */
class FailedStartTest {
    @TempDir
    Path folder;

    private StartException.Code refused(ServerConfig config) {
        StartException[] refused = new StartException[1];
        assertThatThrownBy(() -> TruceServer.start(config, TestParts.real()))
                .isInstanceOfSatisfying(StartException.class, why -> refused[0] = why);
        return refused[0].code();
    }

    @Test
    void wherePortOrHostAreNotToBeHadNothingIsMade() throws Exception {
        Path data = folder.resolve("data");
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(refused(ServerConfig.local(data).with(Setting.PORT, other.getLocalPort())))
                    .isEqualTo(StartException.Code.PORT_IN_USE);
        }
        ServerConfig elsewhere = ServerConfig.embedded(data).with(Setting.HOST, "192.0.2.7");
        assertThat(refused(elsewhere)).isEqualTo(StartException.Code.EXPOSED_WITHOUT_CONSENT);
        assertThat(refused(elsewhere.with(Setting.ALLOW_NETWORK, true))).isEqualTo(StartException.Code.BAD_HOST);
        assertThat(data).doesNotExist();
    }

    /** The audit log tells of a stop only where it tells of a start. */
    @Test
    void aServerThatFailsLaterHasNeitherStartedNorStopped() throws Exception {
        Path data = folder.resolve("data");
        ServerConfig config = ServerConfig.embedded(data)
                .with(Setting.TLS_CERT, folder.resolve("no.pem"))
                .with(Setting.TLS_KEY, folder.resolve("no.pem"));
        assertThat(refused(config)).isEqualTo(StartException.Code.BAD_TLS);
        Path audit = data.resolve(AuditFile.NAME);
        assertThat(Files.exists(audit) ? Files.readString(audit) : "").isEmpty();
    }
}
