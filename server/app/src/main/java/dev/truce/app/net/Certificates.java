package dev.truce.app.net;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.StartException;
import dev.truce.app.host.service.Timers;
import dev.truce.store.log.LogEvent;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Certificate and key, with which connections are encrypted. The files are read again each minute, so a certificate that was renewed serves the
 * next connection. Files that cannot be used change nothing. Safe for use by threads.
 */
public final class Certificates {
    private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);
    private static final long LOOK_MILLIS = 60_000;

    /** A chain of certificates is far shorter. */
    private static final long MAX_BYTES = 1024 * 1024;

    private final ServerConfig.Tls files;
    private volatile Loaded current;

    /** What stood in the files when they could not be used, so that the log says it once. */
    private @Nullable Loaded unusable;

    private record Loaded(byte[] certificate, byte[] key, SslContext context) {
        boolean holds(byte[] otherCertificate, byte[] otherKey) {
            return Arrays.equals(certificate, otherCertificate) && Arrays.equals(key, otherKey);
        }
    }

    private Certificates(ServerConfig.Tls files, Loaded first) {
        this.files = files;
        this.current = first;
    }

    /**
     * Reads certificate and key.
     *
     * @throws StartException BAD_TLS if they cannot be used
     */
    public static Certificates of(ServerConfig.Tls files) throws StartException {
        try {
            byte[] certificate = bytes(files.certificate());
            byte[] key = bytes(files.key());
            return new Certificates(files, new Loaded(certificate, key, context(certificate, key)));
        } catch (IOException | IllegalArgumentException e) {
            throw new StartException(
                    StartException.Code.BAD_TLS,
                    "tls",
                    files.certificate(),
                    files.key(),
                    String.valueOf(e.getMessage()));
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new FileSystemException(file.toString(), null, "longer than " + MAX_BYTES);
        }
        return Files.readAllBytes(file);
    }

    private static SslContext context(byte[] certificate, byte[] key) throws IOException {
        // Only the version that knows no renegotiation.
        return SslContextBuilder.forServer(new ByteArrayInputStream(certificate), new ByteArrayInputStream(key))
                .protocols("TLSv1.3")
                .build();
    }

    SslContext current() {
        return current.context();
    }

    /** Looks each minute whether the files have changed. */
    void watch(Timers timers, Executor readers) {
        timers.after(LOOK_MILLIS, () -> {
            try {
                readers.execute(this::look);
            } catch (RejectedExecutionException busy) {
                // The next minute will do.
            }
            watch(timers, readers);
        });
    }

    private synchronized void look() {
        byte[] certificate;
        byte[] key;
        try {
            certificate = bytes(files.certificate());
            key = bytes(files.key());
        } catch (IOException away) {
            // Whoever renews them may be about to put them back.
            return;
        }
        if (current.holds(certificate, key) || unusable != null && unusable.holds(certificate, key)) {
            return;
        }
        try {
            current = new Loaded(certificate, key, context(certificate, key));
            unusable = null;
            LOG.info(
                    LogEvent.CERTIFICATE_CHANGED.marker(),
                    "the next connections have the certificate that was renewed");
        } catch (IOException | IllegalArgumentException wrong) {
            unusable = new Loaded(certificate, key, current.context());
            LOG.warn(
                    LogEvent.CERTIFICATE_UNUSABLE.marker(),
                    "the files of the certificate have changed and cannot be used",
                    wrong);
        }
    }
}
