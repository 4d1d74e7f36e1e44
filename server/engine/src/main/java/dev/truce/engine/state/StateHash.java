package dev.truce.engine.state;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over canonical bytes. */
public final class StateHash {
    private StateHash() {}

    /** Returns the 32 bytes of the hash of a state and the draws of the round that led to it. */
    public static byte[] of(MatchState state, int draws) {
        return sha256().digest(Canonical.state(state, draws));
    }

    /** Returns bytes as lower-case hex digits. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Returns a fresh digest. */
    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }
}
