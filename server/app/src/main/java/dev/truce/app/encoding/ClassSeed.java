package dev.truce.app.encoding;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The secret of 256 bits from which the seeds of all tables of a class come. Nobody is told it: records tell seeds only, of 64 bits each, and
 * of one seed no other can be calculated.
 */
public final class ClassSeed {
    private static final int SECRET_BYTES = 32;
    /** They make a guess take some hundredths of a second, on top of the bits that the text has to have. */
    private static final int ROUNDS = 100_000;
    /** Always the same, so that a text gives the same class on every server. */
    private static final byte[] SALT = "truce class seed 1".getBytes(StandardCharsets.US_ASCII);

    private static final String COMMON = "common";
    private static final String TABLE = "table";

    private final byte[] secret;
    private final boolean chosen;

    private ClassSeed(byte[] secret, boolean chosen) {
        this.secret = secret;
        this.chosen = chosen;
    }

    /** Makes the secret of a new class: stretched from a text that was chosen, which takes a while, or drawn. */
    public static ClassSeed of(@Nullable String chosen, SecureRandom random) {
        if (chosen != null) {
            return new ClassSeed(stretched(Normalizer.normalize(chosen.strip(), Normalizer.Form.NFC)), true);
        }
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new ClassSeed(secret, false);
    }

    private static byte[] stretched(String text) {
        try {
            PBEKeySpec spec = new PBEKeySpec(text.toCharArray(), SALT, ROUNDS, SECRET_BYTES * Byte.SIZE);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has PBKDF2WithHmacSHA256", e);
        }
    }

    /** Seed of what all tables have alike. */
    public long common() {
        return first(COMMON, 0, 0);
    }

    /**
     * One of the seeds that a table could have, each as good as drawn.
     *
     * @param table number of the table
     * @param attempt which one, from 0
     */
    public long ofTable(int table, int attempt) {
        return first(TABLE, table, attempt);
    }

    /**
     * Returns the seeds of a table.
     *
     * @param ofTable that of what the table has alone
     */
    public MatchSeed seed(long ofTable, SecureRandom random) {
        return new MatchSeed(common(), ofTable, chosen ? "" : MatchSeed.salt(random));
    }

    private long first(String purpose, int table, int attempt) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(purpose.getBytes(StandardCharsets.US_ASCII));
            mac.update(ByteBuffer.allocate(2 * Integer.BYTES)
                    .putInt(table)
                    .putInt(attempt)
                    .flip());
            return ByteBuffer.wrap(mac.doFinal()).getLong();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has HmacSHA256", e);
        }
    }

    /** Tells nothing of the secret. */
    @Override
    public String toString() {
        return chosen ? "ClassSeed[chosen]" : "ClassSeed[drawn]";
    }
}
