package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.TruceServer;
import dev.truce.app.config.ServerConfig;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code truce doctor} finds on this machine, and in folders that are not as they should be. */
class DoctorCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private Typed doctor(Path data, int port, String... more) {
        String[] line = {"doctor", "--json", "--port", Integer.toString(port), "--data", data.toString()};
        Typed typed = Typed.line(
                Stream.concat(Arrays.stream(line), Arrays.stream(more)).toArray(String[]::new));
        assertThat(typed.err()).isEmpty();
        PublishedSchema.named("command-output").assertFits(typed.lines());
        return typed;
    }

    private static String verdict(Typed typed, String check) {
        String found = typed.out().replaceAll("(?s).*\"check\":\"" + check + "\",\"verdict\":\"([A-Z]+)\".*", "$1");
        assertThat(found).as(typed.out()).matches("OK|WARNING|FAULT");
        return found;
    }

    @Test
    void aFolderWithAJournalIsWellUnlessAServerUsesIt() throws Exception {
        Path data = folder.resolve("data");
        assertThat(verdict(doctor(data, 0), "data")).isEqualTo("OK");
        assertThat(data).doesNotExist();
        try (TruceServer server = TruceServer.start(ServerConfig.embedded(data))) {
            assertThat(server.port()).isPositive();
            assertThat(verdict(doctor(data, 0), "in-use")).isEqualTo("WARNING");
        }
        Typed after = doctor(data, 0);
        assertThat(after.exit()).isZero();
        for (String check : List.of("java", "config", "port", "data", "key", "journal", "clock")) {
            assertThat(verdict(after, check)).as(check).isEqualTo("OK");
        }
        assertThat(Files.list(data).filter(file -> file.toString().endsWith(".tmp")))
                .isEmpty();
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(verdict(doctor(data, 0), "data")).isEqualTo("WARNING");
    }

    @Test
    void aBrokenJournalIsAFault() throws Exception {
        Files.writeString(folder.resolve("truce.db"), "no database");
        Typed found = doctor(folder, 0);
        assertThat(found.exit()).isEqualTo(1);
        assertThat(verdict(found, "journal")).isEqualTo("FAULT");
        assertThat(found.out()).contains("\"good\":false");
    }

    @Test
    void aPortThatIsTakenIsAFault() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Typed found = doctor(folder, taken.getLocalPort());
            assertThat(found.exit()).isEqualTo(1);
            assertThat(verdict(found, "port")).isEqualTo("FAULT");
        }
    }

    @Test
    void anAddressWithoutConsentAndACertificateThatIsNoneAreFaults() throws Exception {
        Path pem = Files.writeString(folder.resolve("x.pem"), "none");
        Typed found = doctor(folder, 0, "--host", "0.0.0.0", "--tls-cert", pem.toString(), "--tls-key", pem.toString());
        assertThat(verdict(found, "port")).isEqualTo("FAULT");
        assertThat(verdict(found, "tls")).isEqualTo("FAULT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--tls-cert", "--tls-key"})
    void aCertificateWithoutItsKeyIsAFaultAndAKeyWithoutItsCertificate(String half) {
        Typed found = doctor(folder, 0, half, folder.resolve("x.pem").toString());
        assertThat(found.exit()).isEqualTo(1);
        assertThat(verdict(found, "tls")).isEqualTo("FAULT");
        assertThat(found.out()).contains("a certificate needs its key", "--tls-cert FILE.pem --tls-key FILE.pem");
    }

    @Test
    void settingsThatAreWrongAreAFaultAndTheRestIsStillLookedAt() {
        Typed found = Typed.typing(Map.of("TRUCE_SERVE_PRT", "1"), "", "doctor", "--data", folder.toString());
        assertThat(found.exit()).isEqualTo(1);
        assertThat(found.out()).contains("ok      java", "fault   config", "better: TRUCE_SERVE_PORT");
    }

    @Test
    void bothLanguagesSayIt() {
        Typed found = Typed.line("doctor", "--port", "0", "--data", folder.toString(), "--lang", "zh");
        assertThat(found.out()).contains("正常", "java");
    }
}
