package dev.truce.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.protocol.text.Payloads;
import dev.truce.protocol.text.SafeText;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-04T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path data;

    private static AuditLog log(AuditFile file) {
        return new AuditLog(file, CLOCK, new SecureRandom());
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(data.resolve(AuditFile.NAME));
    }

    @Test
    void oneActIsOneLineThatOnlyTheOwnerReads() throws IOException {
        try (AuditLog log = log(AuditFile.in(data))) {
            log.write(AuditEvent.DESK_ACTED, "class", "c-1", "desk", 2, "act", "EXTEND");
        }
        assertThat(lines())
                .containsExactly(
                        "{\"at\":\"2026-05-04T09:00:00Z\",\"what\":\"DESK_ACTED\",\"class\":\"c-1\",\"desk\":2,\"act\":\"EXTEND\"}");
        if (data.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(AuditFile.NAME))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void strangersCannotPushOutWhatMatters() throws IOException {
        try (AuditLog log = log(AuditFile.in(data))) {
            for (int i = 0; i < 10 * AuditLog.MAX_OF_STRANGERS_MINUTE; i++) {
                log.write(AuditEvent.NOT_ALLOWED, "from", "a");
            }
            log.write(AuditEvent.HOST_ACTED, "act", "PAUSE");
        }
        assertThat(lines()).hasSize(AuditLog.MAX_OF_STRANGERS_MINUTE + 1);
        assertThat(lines().get(AuditLog.MAX_OF_STRANGERS_MINUTE))
                .contains("PAUSE", "\"left_out\":" + 9 * AuditLog.MAX_OF_STRANGERS_MINUTE);
    }

    @Test
    void itNeverGrowsBeyondFourFiles() throws IOException {
        int most = 1_000;
        try (AuditLog log = log(AuditFile.in(data, most))) {
            for (int i = 0; i < 500; i++) {
                log.write(AuditEvent.ROOM_OPENED, "match", "m-" + i);
            }
        }
        try (Stream<Path> files = Files.list(data)) {
            assertThat(files)
                    .hasSize(4)
                    .allSatisfy(file -> assertThat(Files.size(file)).isLessThanOrEqualTo(most));
        }
        assertThat(lines()).last().asString().contains("m-499");
    }

    @Test
    void aFolderThatIsGoneStopsNobody() {
        try (AuditLog log = log(AuditFile.in(data.resolve("gone")))) {
            log.write(AuditEvent.ROOM_OPENED, "match", "m-1");
        }
        assertThat(data.resolve("gone")).doesNotExist();
    }

    @Test
    void anAddressHasANameForThisStartOnly() throws IOException {
        InetAddress address = InetAddress.getByName("192.0.2.7");
        AuditLog log = AuditLog.none();
        assertThat(log.of(address)).isEqualTo(log.of(address)).matches("[0-9a-f]{8}");
        assertThat(log.of(InetAddress.getByName("192.0.2.8"))).isNotEqualTo(log.of(address));
        assertThat(AuditLog.none().of(address)).isNotEqualTo(log.of(address));
    }

    /** No value that comes from strangers is meant to get here; one that does is one line all the same. */
    @Test
    void noTextForgesALine() throws IOException {
        List<String> payloads = Payloads.all();
        try (AuditLog log = log(AuditFile.in(data))) {
            payloads.forEach(payload -> log.write(AuditEvent.ROOM_OPENED, "match", payload));
        }
        assertThat(lines())
                .hasSameSizeAs(payloads)
                .allMatch(line -> SafeText.escaped(line).equals(line));
    }
}
