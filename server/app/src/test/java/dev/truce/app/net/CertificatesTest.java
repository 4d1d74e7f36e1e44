package dev.truce.app.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.app.HandTimers;
import dev.truce.app.PemFiles;
import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.StartException;
import io.netty.handler.ssl.SslContext;
import java.nio.file.ClosedFileSystemException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificatesTest {
    private static final int MINUTE = 60_000;

    @TempDir
    Path folder;

    private final HandTimers timers = new HandTimers();

    private static ServerConfig.Tls tls(PemFiles files) {
        return new ServerConfig.Tls(files.certificate(), files.key());
    }

    /** Certificates are renewed by one file after the other, and any look may fall between the two. */
    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA", "Ed25519"})
    void aPairThatIsHalfRenewedChangesNothing(String algorithm) throws Exception {
        PemFiles files = PemFiles.make(folder, algorithm);
        Certificates certificates = Certificates.of(tls(files));
        certificates.watch(timers, Runnable::run);
        SslContext first = certificates.current();
        PemFiles next = PemFiles.make(Files.createDirectory(folder.resolve("next")), algorithm);

        Files.copy(next.certificate(), files.certificate(), StandardCopyOption.REPLACE_EXISTING);
        timers.pass(MINUTE);
        assertThat(certificates.current()).isSameAs(first);
        Files.delete(files.key());
        timers.pass(MINUTE);
        assertThat(certificates.current()).isSameAs(first);
        Files.copy(next.key(), files.key());
        timers.pass(MINUTE);
        assertThat(certificates.current()).isNotSameAs(first);
        SslContext second = certificates.current();
        timers.pass(MINUTE);
        assertThat(certificates.current()).isSameAs(second);
        assertThat(timers.waiting()).isEqualTo(1);
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() throws Exception {
        PemFiles one = PemFiles.make(folder, "EC");
        for (String algorithm : new String[] {"EC", "RSA"}) {
            PemFiles other = PemFiles.make(Files.createDirectory(folder.resolve(algorithm)), algorithm);
            assertThatThrownBy(() -> Certificates.of(new ServerConfig.Tls(one.certificate(), other.key())))
                    .as(algorithm)
                    .isInstanceOfSatisfying(
                            StartException.class, e -> assertThat(e.code()).isEqualTo(StartException.Code.BAD_TLS));
        }
    }

    @Test
    void aLookThatFindsNobodyToReadIsTakenAgain() throws Exception {
        Certificates certificates = Certificates.of(tls(PemFiles.make(folder, "EC")));
        certificates.watch(timers, busy -> {
            throw new RejectedExecutionException();
        });
        timers.pass(3 * MINUTE);
        assertThat(timers.waiting()).isEqualTo(1);
    }

    /** What programs write beside a certificate. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\ufeff%c",
                "0 s:CN = localhost\n   i:CN = localhost\n%c",
                "# renewed by hand\r\n%c",
                "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n%c",
                "%k%c",
                "%c%k",
                "%k\n%c\nsubject: the same again\n%c",
            })
    void aCertificateIsFoundAmongWhatElseItsFileHas(String written) throws Exception {
        PemFiles files = PemFiles.make(folder, "EC");
        String key = Files.readString(files.key());
        Instant ends = Certificates.ends(tls(files));
        ServerConfig.Tls among = tls(files.withCertificate(
                certificate -> written.replace("%c", certificate).replace("%k", key)));

        assertThat(Certificates.of(among).current().isServer()).isTrue();
        assertThat(Certificates.ends(among)).isEqualTo(ends);
    }

    @Test
    void aFileWithoutACertificateIsRefused() throws Exception {
        PemFiles files = PemFiles.make(folder, "EC");
        for (String text : new String[] {"", "no", "-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----\n"}) {
            files.withCertificate(before -> text);
            assertThatThrownBy(() -> Certificates.of(tls(files))).as(text).isInstanceOf(StartException.class);
        }
    }

    @Test
    void aLookThatEndsInAFaultIsNotTheLast() throws Exception {
        PemFiles files = PemFiles.make(folder, "EC");
        AtomicInteger faults = new AtomicInteger();
        try (FileSystem away = FileSystems.newFileSystem(folder.resolve("away.zip"), Map.of("create", "true"))) {
            Path there = Files.copy(files.certificate(), away.getPath("certificate.pem"));
            Certificates.of(new ServerConfig.Tls(there, files.key())).watch(timers, task -> {
                try {
                    task.run();
                } catch (ClosedFileSystemException fault) {
                    faults.incrementAndGet();
                }
            });
        }
        timers.pass(3 * MINUTE);
        assertThat(faults).hasValue(3);
        assertThat(timers.waiting()).isEqualTo(1);
    }
}
