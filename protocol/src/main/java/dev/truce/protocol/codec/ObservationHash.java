package dev.truce.protocol.codec;

import dev.truce.engine.Sha256;
import dev.truce.engine.view.Observation;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/**
 * The hash of a viewer's own observation, by which both ends can tell that they speak of the same one. It covers the bytes that the
 * codec writes, hence nothing that the viewer does not see; these messages have no maps, so equal values give equal bytes.
 */
public final class ObservationHash {
    private ObservationHash() {}

    /** Returns the first 8 bytes of the SHA-256 over the encoded observation; 1 in the unheard-of case that they are 0. */
    public static long of(Observation observation) {
        byte[] encoded = WireRounds.toWire(observation).toByteArray();
        return of(encoded, 0, encoded.length);
    }

    /** Returns the hash of an observation whose bytes are among others. */
    public static long of(byte[] encoded, int from, int length) {
        MessageDigest digest = Sha256.start();
        digest.update(encoded, from, length);
        long first = ByteBuffer.wrap(digest.digest()).getLong();
        return first == 0 ? 1 : first;
    }
}
