package dev.truce.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.function.UnaryOperator;

/**
 * A certificate of this machine with its key, as a server reads them.
 *
 * @param made the certificate
 * @param certificate its file
 * @param key the file of its key
 */
public record PemFiles(Certificate made, Path certificate, Path key) {
    private static final String PASSWORD = "not a secret";

    /**
     * Makes one.
     *
     * @param algorithm EC, RSA or Ed25519
     */
    public static PemFiles make(Path folder, String algorithm)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path store = folder.resolve("store.p12");
        Files.deleteIfExists(store);
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "truce",
                        "-keyalg",
                        algorithm,
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1,dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        Certificate made = keys.getCertificate("truce");
        return new PemFiles(
                made,
                pem(folder.resolve("certificate.pem"), "CERTIFICATE", made.getEncoded()),
                pem(
                        folder.resolve("key.pem"),
                        "PRIVATE KEY",
                        keys.getKey("truce", PASSWORD.toCharArray()).getEncoded()));
    }

    /** Returns these files with other text before, between or after the certificate, as some programs write it. */
    public PemFiles withCertificate(UnaryOperator<String> written) throws IOException {
        Files.writeString(certificate, written.apply(Files.readString(certificate)));
        return this;
    }

    private static Path pem(Path file, String kind, byte[] bytes) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return Files.writeString(file, "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
    }
}
