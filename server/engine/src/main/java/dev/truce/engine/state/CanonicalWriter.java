package dev.truce.engine.state;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes values in the one encoding that hashes are made of: integers and longs big-endian at fixed width, doubles by their
 * raw bits, booleans as one byte, strings as UTF-8 after their length in bytes. Not thread-safe.
 */
public final class CanonicalWriter {
    private byte[] bytes = new byte[2048];
    private int size;

    /** Writes one byte, the low eight bits of {@code value}. */
    public CanonicalWriter oneByte(int value) {
        room(1);
        bytes[size++] = (byte) value;
        return this;
    }

    /** Writes one byte, 1 or 0. */
    public CanonicalWriter bool(boolean value) {
        return oneByte(value ? 1 : 0);
    }

    /** Writes four bytes. */
    public CanonicalWriter int32(int value) {
        room(4);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
        return this;
    }

    /** Writes eight bytes. */
    public CanonicalWriter int64(long value) {
        room(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
        return this;
    }

    /** Writes the eight bytes of a double's bits, so that 0 and -0 differ. */
    public CanonicalWriter real(double value) {
        return int64(Double.doubleToRawLongBits(value));
    }

    /** Writes the length in bytes, then the text in UTF-8. */
    public CanonicalWriter text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        int32(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
        return this;
    }

    /** Returns what has been written, as a new array. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
