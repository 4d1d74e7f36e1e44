package dev.truce.tournament.table;

import java.util.Arrays;

/** Bytes that grow at their end. Not thread-safe. */
final class ByteText {
    private final boolean isKept;
    private byte[] bytes = new byte[4096];
    private int size;

    /**
     * Begins without a byte.
     *
     * @param isKept whether anything is kept of what is added
     */
    ByteText(boolean isKept) {
        this.isKept = isKept;
    }

    void add(char ascii) {
        if (isKept) {
            room(1);
            bytes[size++] = (byte) ascii;
        }
    }

    void add(byte[] more) {
        add(more, 0);
    }

    /** Adds what an array holds from an index on. */
    void add(byte[] more, int from) {
        if (!isKept) {
            return;
        }
        int length = more.length - from;
        room(length);
        System.arraycopy(more, from, bytes, size, length);
        size += length;
    }

    /** Adds a text of ASCII characters alone. */
    void ascii(CharSequence text) {
        if (!isKept) {
            return;
        }
        int length = text.length();
        room(length);
        for (int i = 0; i < length; i++) {
            bytes[size++] = (byte) text.charAt(i);
        }
    }

    /** Returns all bytes and starts again. */
    byte[] take() {
        byte[] all = Arrays.copyOf(bytes, size);
        size = 0;
        return all;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
    }
}
