package dev.truce.store.chain;

import dev.truce.engine.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The arithmetic of the chain. */
public final class Links {
    /** Length of a link and of a digest of links. */
    public static final int BYTES = 32;

    private Links() {}

    /** Returns the link before the first entry of a stream, which is also the digest of no links at all. */
    public static byte[] none() {
        return new byte[BYTES];
    }

    /** Returns the link of an entry. */
    public static byte[] next(byte[] before, String stream, long seq, EntryBytes entry) {
        MessageDigest sha = Sha256.start();
        sha.update(before);
        text(sha, stream);
        sha.update(ByteBuffer.allocate(Long.BYTES).putLong(0, seq));
        text(sha, entry.kind());
        sha.update(entry.payload());
        return sha.digest();
    }

    /** With its length before it, so that no two rows have the same bytes. */
    private static void text(MessageDigest sha, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        sha.update(bytes);
    }

    /** Returns the digest with one more link in it: the sum modulo 2^256, so that the order of streams does not matter. */
    public static byte[] sum(byte[] digest, byte[] link) {
        byte[] sum = new byte[BYTES];
        int carry = 0;
        for (int i = BYTES - 1; i >= 0; i--) {
            carry += (digest[i] & 0xff) + (link[i] & 0xff);
            sum[i] = (byte) carry;
            carry >>= Byte.SIZE;
        }
        return sum;
    }

    /** Returns the digest with a link taken out of it again. */
    public static byte[] difference(byte[] digest, byte[] link) {
        byte[] difference = new byte[BYTES];
        int borrow = 0;
        for (int i = BYTES - 1; i >= 0; i--) {
            int left = (digest[i] & 0xff) - (link[i] & 0xff) - borrow;
            difference[i] = (byte) left;
            borrow = left < 0 ? 1 : 0;
        }
        return difference;
    }
}
