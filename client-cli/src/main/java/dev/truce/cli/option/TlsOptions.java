package dev.truce.cli.option;

import dev.truce.cli.fault.FaultException;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of clients about encryption. */
public final class TlsOptions {
    @Option(names = "--tls", descriptionKey = "option.tls")
    private boolean tls;

    @Option(names = "--ca", paramLabel = "FILE.pem", descriptionKey = "option.ca")
    private @Nullable Path ca;

    /** Returns whether the connection is to be encrypted. */
    public boolean isOn() {
        return tls || ca != null;
    }

    /** The file of the certificates that are trusted, or null for those of the system. */
    public @Nullable Path authority() {
        return ca;
    }

    /**
     * Returns the encryption of a connection that was made before.
     *
     * @param authority file of the certificates that were trusted, or null for those of the system
     */
    public static SSLContext again(@Nullable Path authority) throws FaultException {
        TlsOptions options = new TlsOptions();
        options.tls = true;
        options.ca = authority;
        return Objects.requireNonNull(options.context(), "encryption is on");
    }

    /** Copies the certificates that are trusted to a file, so that they are there when the seat is opened again; null if none were named. */
    public @Nullable Path keepAuthority(Path file) throws FaultException {
        Path named = ca;
        if (named == null) {
            return null;
        }
        try {
            PrivateFile.write(file, Files.readString(named, StandardCharsets.ISO_8859_1));
            return file;
        } catch (IOException unreadable) {
            throw unusable(unreadable);
        }
    }

    /**
     * Returns how to encrypt, or null for no encryption.
     *
     * @param asked whether an address that was typed asks for encryption too
     */
    public @Nullable SSLContext context(boolean asked) throws FaultException {
        tls |= asked;
        return context();
    }

    /** Returns how to encrypt, or null for no encryption. */
    @Nullable
    public SSLContext context() throws FaultException {
        if (!tls && ca == null) {
            return null;
        }
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(ca == null ? null : trusted(ca));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException unusable) {
            throw unusable(unusable);
        }
    }

    private FaultException unusable(Exception cause) {
        return FaultException.failed(
                UsageFault.of(
                        "BAD_TLS",
                        Texts.of("fault.ca", String.valueOf(ca)),
                        Texts.of("fault.unchanged.nothing-joined"),
                        "--ca FILE.pem"),
                cause);
    }

    private static KeyStore trusted(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(file)) {
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca" + number++, certificate);
            }
        }
        return store;
    }
}
