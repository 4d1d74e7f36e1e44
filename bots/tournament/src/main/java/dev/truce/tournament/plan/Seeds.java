package dev.truce.tournament.plan;

import dev.truce.engine.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The seeds of a tournament. The seed of a pair is a function of the master seed and the pair's index, so that neither the order
 * in which pairs are played nor the number of threads can change a result.
 */
public final class Seeds {
    private Seeds() {}

    /**
     * Returns the seed of a pair: the first 8 bytes of SHA-256 over {@code truce pair}, the master seed and the index, without the
     * sign, so that no file has a number that begins with a minus for a seed.
     */
    public static long ofPair(long master, int index) {
        return Long.MAX_VALUE
                & hash(
                        "truce pair",
                        ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                                .putLong(master)
                                .putInt(index));
    }

    /**
     * Returns the seed of a future in which a record is taken up again: the first 8 bytes of SHA-256 over {@code truce future}, the master
     * seed and the index. It does not depend on the round of the branch, so that branches of several rounds meet the same chance.
     */
    public static long ofFuture(long master, int index) {
        return hash(
                "truce future",
                ByteBuffer.allocate(Long.BYTES + Integer.BYTES).putLong(master).putInt(index));
    }

    private static long hash(String purpose, ByteBuffer numbers) {
        MessageDigest digest = Sha256.start();
        digest.update(purpose.getBytes(StandardCharsets.US_ASCII));
        digest.update(numbers.array());
        return ByteBuffer.wrap(digest.digest()).getLong();
    }
}
