package dev.truce.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.quota.Owner;
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
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditLogTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-04T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path data;

    private static final Owner MANY = new Owner("many", false);
    private static final Owner ANOTHER = new Owner("another", false);

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

    private static Clock ticking(AtomicLong millis) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Instant.ofEpochMilli(millis.get());
            }
        };
    }

    @Test
    void aStrangerHasOneLineAMinuteForWhatHeTriesAgainAndAgain() throws IOException {
        AtomicLong millis = new AtomicLong();
        try (AuditLog log = new AuditLog(AuditFile.in(data), ticking(millis), new SecureRandom())) {
            for (int minute = 0; minute < 3; minute++) {
                for (int i = 0; i < 100; i++) {
                    log.writeFor(MANY, AuditEvent.WRONG_CODES, "last", "WRONG_KEY");
                    log.writeFor(ANOTHER, AuditEvent.WRONG_CODES, "last", "UNKNOWN_CODE");
                    log.writeFor(MANY, AuditEvent.NOT_ALLOWED, "message", "Do");
                }
                millis.addAndGet(60_000);
            }
        }
        assertThat(lines()).hasSize(9);
        assertThat(lines().get(3)).contains("WRONG_KEY", "\"left_out\":297");
    }

    /** Whatever strangers do, and however often. */
    @ParameterizedTest
    @EnumSource(AuditEvent.class)
    void strangersCannotPushOutWhatMatters(AuditEvent event) throws IOException {
        int half = AuditLog.MAX_OF_STRANGERS_MINUTE / 2;
        try (AuditLog log = log(AuditFile.in(data))) {
            for (int i = 0; i < 20 * half; i++) {
                log.writeFor(MANY, event, "match", "m-" + i);
            }
            log.writeFor(ANOTHER, event, "match", "of another");
            log.write(AuditEvent.DESK_ACTED, "act", "PAUSE");
            log.writeFor(Owner.ofClass("c-1"), AuditEvent.HOST_ACTED, "act", "RESUME");
        }
        int written = event.isAttempt() ? 1 : half;
        assertThat(lines()).hasSize(written + 3);
        assertThat(lines().get(written)).contains("of another", "\"left_out\":" + (20 * half - written));
        assertThat(lines().get(written + 1)).contains("PAUSE");
        assertThat(lines().get(written + 2)).contains("RESUME");
    }

    @Test
    void anHourOfStrangersIsASmallPartOfTheFiles() throws IOException {
        AtomicLong millis = new AtomicLong();
        Clock clock = ticking(millis);
        try (AuditLog log = new AuditLog(AuditFile.in(data), clock, new SecureRandom())) {
            for (int minute = 0; minute < 60; minute++) {
                for (int address = 0; address < 50; address++) {
                    for (int i = 0; i < 4; i++) {
                        log.writeFor(
                                new Owner("a" + address, false),
                                AuditEvent.PLACE_TAKEN_OVER,
                                "match",
                                "m-0123456789abcdef",
                                "place",
                                "US.head");
                    }
                }
                millis.addAndGet(60_000);
            }
        }
        assertThat(Files.size(data.resolve(AuditFile.NAME))).isLessThan(AuditFile.MAX_BYTES * 4L / 30);
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
