package dev.truce.protocol.wire;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Changes bytes a little, so that most of what comes out is nearly right. The same generator gives the same changes. */
public final class Mutator {
    private static final int MOST_EDITS = 3;
    private static final int MOST_ADDED = 8;
    private static final int MOST_COPIED = 16;

    private final RandomGenerator random;
    private final List<byte[]> words;

    /**
     * Makes one.
     *
     * @param words what is put in now and then; may be empty
     */
    public Mutator(RandomGenerator random, List<byte[]> words) {
        this.random = random;
        this.words = List.copyOf(words);
    }

    /**
     * Returns bytes that differ in up to three places.
     *
     * @param original what is changed
     * @param other what pieces are taken from
     */
    public byte[] mutate(byte[] original, byte[] other) {
        byte[] bytes = original.clone();
        for (int edits = 1 + random.nextInt(MOST_EDITS); edits > 0; edits--) {
            bytes = edit(bytes, other);
        }
        return bytes;
    }

    private byte[] edit(byte[] bytes, byte[] other) {
        int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
        int few = Math.min(bytes.length - at, 1 + random.nextInt(MOST_ADDED));
        return switch (bytes.length == 0 ? 4 : random.nextInt(10)) {
            case 0 -> set(bytes, at, bytes[at] ^ (1 << random.nextInt(8)));
            case 1 -> set(bytes, at, random.nextInt());
            case 2 -> set(bytes, at, random.nextBoolean() ? 0x00 : 0xFF);
            case 3 -> Arrays.copyOf(bytes, 1 + at);
            case 4 -> spliced(bytes, at, 0, noise());
            case 5 -> spliced(bytes, at, few, noise());
            case 6 -> spliced(bytes, at, random.nextBoolean() ? 0 : few, piece(bytes));
            case 7 -> spliced(bytes, at, random.nextBoolean() ? 0 : few, piece(other));
            case 8 -> spliced(bytes, at, random.nextBoolean() ? 0 : few, word());
            default -> spliced(bytes, at, few, new byte[0]);
        };
    }

    private static byte[] set(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
        return bytes;
    }

    private byte[] noise() {
        byte[] added = new byte[1 + random.nextInt(MOST_ADDED)];
        random.nextBytes(added);
        return added;
    }

    private byte[] piece(byte[] of) {
        if (of.length == 0) {
            return noise();
        }
        int at = random.nextInt(of.length);
        return Arrays.copyOfRange(of, at, Math.min(of.length, at + 1 + random.nextInt(MOST_COPIED)));
    }

    private byte[] word() {
        return words.isEmpty() ? noise() : words.get(random.nextInt(words.size()));
    }

    private static byte[] spliced(byte[] bytes, int at, int removed, byte[] added) {
        byte[] result = new byte[bytes.length - removed + added.length];
        System.arraycopy(bytes, 0, result, 0, at);
        System.arraycopy(added, 0, result, at, added.length);
        System.arraycopy(bytes, at + removed, result, at + added.length, bytes.length - at - removed);
        return result;
    }
}
