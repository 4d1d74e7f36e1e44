package dev.truce.app.room;

import dev.truce.engine.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * The secret that opens a place in a room again: 256 random bits. It exists in this form only between its making and the message that
 * carries it away; what is kept is its hash, and 256 random bits need no salt.
 */
public final class PlaceToken {
    private static final int BYTES = 32;
    private static final int CHARACTERS = 43;

    private final String secret;

    private PlaceToken(String secret) {
        this.secret = secret;
    }

    public static PlaceToken draw(SecureRandom random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return new PlaceToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** Reads a token that somebody presents; empty if it cannot be one. */
    public static Optional<PlaceToken> parse(String presented) {
        boolean shaped = presented.length() == CHARACTERS
                && presented.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_'));
        return shaped ? Optional.of(new PlaceToken(presented)) : Optional.empty();
    }

    /** The secret, 43 ASCII characters, for the one message that carries it to its owner. */
    public String reveal() {
        return secret;
    }

    /** Returns what is kept: SHA-256 of the token, 64 hex digits. */
    public String hash() {
        return Sha256.hex("token:" + secret);
    }

    /** Returns what is kept of the key of a request that takes a place; it cannot be taken for a token's. */
    public static String hashOfKey(String key) {
        return Sha256.hex("key:" + key);
    }

    /** Hides the secret, so that no log shows it. */
    @Override
    public String toString() {
        return "PlaceToken[hidden]";
    }
}
