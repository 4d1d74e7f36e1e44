package dev.truce.app.host.classes;

import dev.truce.app.room.PlaceToken;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What opens the page of an instructor once: 43 characters, made with the desk key, without the server. It holds when it was made, bits of chance,
 * and a seal that needs the desk key.
 *
 * @param madeMillis when it was made, milliseconds since 1970
 * @param chance its bits of chance with that time, by which it is known again: a text has more than one spelling
 */
public record TeachLink(long madeMillis, String chance) {
    /** How long a link opens the page. */
    public static final Duration LIFE = Duration.ofHours(1);

    private static final String PURPOSE = "truce-teach:";
    private static final String SEAL = "HmacSHA256";
    private static final int CHANCE = 8;
    private static final int SEALED = Long.BYTES + CHANCE;
    private static final int SEAL_BYTES = 16;

    /** Makes a link's secret. */
    public static String draw(PlaceToken deskKey, long nowMillis, SecureRandom random) {
        byte[] chance = new byte[CHANCE];
        random.nextBytes(chance);
        byte[] sealed =
                ByteBuffer.allocate(SEALED).putLong(nowMillis).put(chance).array();
        byte[] all = ByteBuffer.allocate(SEALED + SEAL_BYTES)
                .put(sealed)
                .put(seal(deskKey, sealed))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** Reads a link's secret; empty if it was made without the desk key. */
    static Optional<TeachLink> read(PlaceToken deskKey, String secret) {
        if (PlaceToken.parse(secret).isEmpty()) {
            return Optional.empty();
        }
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(secret);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
        byte[] sealed = Arrays.copyOf(all, SEALED);
        byte[] presented = Arrays.copyOfRange(all, SEALED, SEALED + SEAL_BYTES);
        return MessageDigest.isEqual(presented, seal(deskKey, sealed))
                ? Optional.of(new TeachLink(
                        ByteBuffer.wrap(sealed).getLong(), HexFormat.of().formatHex(sealed)))
                : Optional.empty();
    }

    private static byte[] seal(PlaceToken deskKey, byte[] sealed) {
        try {
            Mac mac = Mac.getInstance(SEAL);
            mac.init(new SecretKeySpec((PURPOSE + deskKey.reveal()).getBytes(StandardCharsets.US_ASCII), SEAL));
            return Arrays.copyOf(mac.doFinal(sealed), SEAL_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Hides the secret. */
    @Override
    public String toString() {
        return "TeachLink[" + madeMillis + "]";
    }
}
