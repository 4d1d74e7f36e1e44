package dev.truce.engine.state;

import dev.truce.engine.Sha256;
import java.security.MessageDigest;

/**
 * The hash chain of a record: {@code chain_r = SHA-256(chain_{r-1} || canonical inputs of the round || canonical state)}. A
 * flipped bit changes the link of its round and all after it.
 */
public final class ChainHash {
    /** Length of a link in bytes. */
    public static final int BYTES = 32;

    private ChainHash() {}

    /**
     * Returns the link before round 1.
     *
     * @param head canonical bytes of what the match is: scenario hash, ruleset, setup
     * @param start canonical bytes of the state before round 1
     */
    public static byte[] first(byte[] head, byte[] start) {
        return next(new byte[BYTES], head, start);
    }

    /**
     * Returns the next link.
     *
     * @param previous the 32 bytes of the link before
     * @param inputs canonical bytes of what the round was resolved from
     * @param state canonical bytes of the state after it
     * @throws IllegalArgumentException if {@code previous} has another length
     */
    public static byte[] next(byte[] previous, byte[] inputs, byte[] state) {
        if (previous.length != BYTES) {
            throw new IllegalArgumentException("a link has " + BYTES + " bytes, got " + previous.length);
        }
        MessageDigest digest = Sha256.start();
        digest.update(previous);
        digest.update(inputs);
        digest.update(state);
        return digest.digest();
    }
}
