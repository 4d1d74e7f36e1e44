package dev.truce.app.signature;

import dev.truce.app.config.StartException;
import dev.truce.match.record.MatchRecord.RecordSignature;
import dev.truce.store.OwnersFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Ed25519 key with which a server signs records, in a file that only its owner may read. The file has two blocks of PEM: the private
 * key (PKCS #8) and the public key (X.509), which the JDK cannot work out of it.
 */
public final class RecordKey implements RecordSigner {
    /** Name of the file inside the data directory. */
    public static final String FILE = "record.key";

    private static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";

    /** What stands before the 32 bytes of the key in the X.509 form of every Ed25519 key (RFC 8410). */
    private static final String X509_PREFIX = "302a300506032b6570032100";

    private final PrivateKey secret;
    private final String shown;

    private RecordKey(PrivateKey secret, PublicKey open) {
        this.secret = secret;
        this.shown = HexFormat.of().formatHex(open.getEncoded()).substring(X509_PREFIX.length());
    }

    /**
     * Reads the key of a data directory; the first start writes one.
     *
     * @throws StartException if the file cannot be used
     */
    public static RecordKey of(Path data) throws StartException {
        Path file = data.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return read(file);
        } catch (IOException | GeneralSecurityException e) {
            throw new StartException(StartException.Code.BAD_DATA_DIRECTORY, "data", file, e);
        }
    }

    /**
     * Reads the key of a data directory, if a server has written one.
     *
     * @throws IOException if the file cannot be read, or is no such key
     */
    public static Optional<RecordKey> find(Path data) throws IOException {
        Path file = data.resolve(FILE);
        try {
            return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Returns who signs what is exported from a data directory: its server, or nobody if it has never signed anything.
     *
     * @throws IOException if the file cannot be read, or is no such key
     */
    public static RecordSigner signer(Path data) throws IOException {
        Optional<RecordKey> key = find(data);
        return key.isPresent() ? key.get() : NONE;
    }

    /** Writes it whole or not at all, so that a start that is cut short leaves no half of a key. */
    private static void make(Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        Path begun = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(begun);
        OwnersFile.create(begun);
        Files.writeString(
                begun,
                block(PRIVATE, pair.getPrivate().getEncoded())
                        + block(PUBLIC, pair.getPublic().getEncoded()));
        Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String block(String what, byte[] bytes) {
        return "-----BEGIN " + what + "-----\n" + Base64.getEncoder().encodeToString(bytes) + "\n-----END " + what
                + "-----\n";
    }

    private static RecordKey read(Path file) throws IOException, GeneralSecurityException {
        String text = Files.readString(file);
        KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
        return new RecordKey(
                factory.generatePrivate(new PKCS8EncodedKeySpec(block(text, PRIVATE))),
                factory.generatePublic(new X509EncodedKeySpec(block(text, PUBLIC))));
    }

    private static byte[] block(String text, String what) throws IOException {
        Matcher block = Pattern.compile("-----BEGIN " + what + "-----\\s+([A-Za-z0-9+/=]{1,200})\\s+-----END " + what)
                .matcher(text);
        if (!block.find()) {
            throw new IOException(what);
        }
        return Base64.getDecoder().decode(block.group(1));
    }

    /** The public key, 32 bytes as 64 hex digits, which everybody may know. */
    public String shown() {
        return shown;
    }

    @Override
    public RecordSignature sign(String claims) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(claims.getBytes(StandardCharsets.UTF_8));
            return new RecordSignature(shown, HexFormat.of().formatHex(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform from 15 on has Ed25519", e);
        }
    }

    /** Returns whether the holder of a signature's key signed these claims. */
    public static boolean holds(RecordSignature signature, String claims) {
        try {
            byte[] key = HexFormat.of().parseHex(X509_PREFIX + signature.key());
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(key)));
            check.update(claims.getBytes(StandardCharsets.UTF_8));
            return check.verify(HexFormat.of().parseHex(signature.value()));
        } catch (GeneralSecurityException noKeyOrSignature) {
            return false;
        }
    }

    /** Hides the private key. */
    @Override
    public String toString() {
        return "RecordKey[" + shown + "]";
    }
}
