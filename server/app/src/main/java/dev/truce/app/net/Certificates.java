package dev.truce.app.net;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.StartException;
import dev.truce.app.host.service.Timers;
import dev.truce.engine.Sha256;
import dev.truce.store.log.LogEvent;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    private static final Pattern CERTIFICATE = Pattern.compile(
            "-----BEGIN (?:X509 )?CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END (?:X509 )?CERTIFICATE-----");

    private static final Pattern PRIVATE =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    /** By the algorithm of a key. */
    private static final Map<String, String> SIGNATURES = Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA");

    private final ServerConfig.Tls files;
    private volatile SslContext current;

    /** The hash of what stood in the files when they were last looked at; read by one thread after the other. */
    private String seen;

    /**
     * Returns when the first certificate of a chain to end does.
     *
     * @throws IOException if the file cannot be read
     * @throws GeneralSecurityException if it has none
     */
    public static Instant ends(ServerConfig.Tls files) throws IOException, GeneralSecurityException {
        return Stream.of(Pem.of(files).certificates())
                .map(certificate -> certificate.getNotAfter().toInstant())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** What stands in the files. */
    private record Pem(byte[] certificate, byte[] key) {
        static Pem of(ServerConfig.Tls files) throws IOException {
            return new Pem(bytes(files.certificate()), bytes(files.key()));
        }

        private static byte[] bytes(Path file) throws IOException {
            if (Files.size(file) > MAX_BYTES) {
                throw new FileSystemException(file.toString(), null, "longer than " + MAX_BYTES);
            }
            return Files.readAllBytes(file);
        }

        String hash() {
            return Sha256.hex(certificate) + Sha256.hex(key);
        }

        /** The blocks of certificates alone: programs write keys, parameters of curves and comments into the same file. */
        private X509Certificate[] certificates() throws CertificateException {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            List<X509Certificate> chain = new ArrayList<>();
            Matcher text = CERTIFICATE.matcher(new String(certificate, StandardCharsets.ISO_8859_1));
            while (text.find()) {
                byte[] block = Base64.getMimeDecoder().decode(text.group(1));
                X509Certificate next = (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block));
                // Twice in a chain, one is refused.
                if (!chain.contains(next)) {
                    chain.add(next);
                }
            }
            if (chain.isEmpty()) {
                throw new CertificateException("no CERTIFICATE");
            }
            return chain.toArray(new X509Certificate[0]);
        }

        /** Returns how to encrypt with them, once it is known that they belong together: to connect, one would learn it too late. */
        SslContext context() throws IOException, GeneralSecurityException {
            X509Certificate[] certificates = certificates();
            PublicKey open = certificates[0].getPublicKey();
            Matcher text = PRIVATE.matcher(new String(key, StandardCharsets.ISO_8859_1));
            if (!text.find()) {
                throw new InvalidKeyException("no PRIVATE KEY");
            }
            PrivateKey secret = KeyFactory.getInstance(open.getAlgorithm())
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(text.group(1))));
            Signature signature =
                    Signature.getInstance(SIGNATURES.getOrDefault(open.getAlgorithm(), open.getAlgorithm()));
            signature.initSign(secret);
            byte[] signed = signature.sign();
            signature.initVerify(open);
            if (!signature.verify(signed)) {
                throw new InvalidKeyException("another certificate's");
            }
            // Only the version that knows no renegotiation.
            return SslContextBuilder.forServer(secret, certificates)
                    .protocols("TLSv1.3")
                    .build();
        }
    }

    private Certificates(ServerConfig.Tls files, SslContext first, String seen) {
        this.files = files;
        this.current = first;
        this.seen = seen;
    }

    /**
     * Reads certificate and key.
     *
     * @throws StartException BAD_TLS if they cannot be used
     */
    public static Certificates of(ServerConfig.Tls files) throws StartException {
        try {
            Pem pem = Pem.of(files);
            return new Certificates(files, pem.context(), pem.hash());
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new StartException(
                    StartException.Code.BAD_TLS,
                    "tls",
                    files.certificate(),
                    files.key(),
                    String.valueOf(e.getMessage()));
        }
    }

    SslContext current() {
        return current;
    }

    /** Looks a minute after the last look whether the files have changed. */
    void watch(Timers timers, Executor readers) {
        timers.after(LOOK_MILLIS, () -> {
            try {
                readers.execute(() -> {
                    try {
                        look();
                    } finally {
                        watch(timers, readers);
                    }
                });
            } catch (RejectedExecutionException busy) {
                // The next minute will do.
                watch(timers, readers);
            }
        });
    }

    private void look() {
        Pem pem;
        try {
            pem = Pem.of(files);
        } catch (IOException away) {
            // A program that renews them may be about to put them back.
            return;
        }
        String hash = pem.hash();
        if (hash.equals(seen)) {
            return;
        }
        seen = hash;
        try {
            current = pem.context();
            LOG.info(
                    LogEvent.CERTIFICATE_CHANGED.marker(),
                    "the next connections have the certificate that was renewed");
        } catch (IOException | GeneralSecurityException | IllegalArgumentException wrong) {
            LOG.warn(
                    LogEvent.CERTIFICATE_UNUSABLE.marker(),
                    "the files of the certificate have changed and cannot be used",
                    wrong);
        }
    }
}
