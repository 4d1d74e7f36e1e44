package dev.truce.web.bridge;

import java.util.function.IntSupplier;

/** Keys of requests that may be sent again: who could guess one could have the answer. */
final class RequestKey {
    /** A key has 128 bits. */
    private static final int WORDS = 4;

    private RequestKey() {}

    /**
     * Returns another key.
     *
     * @param random gives 32 bits that nobody can guess
     */
    static String drawn(IntSupplier random) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < WORDS; i++) {
            String word = Integer.toHexString(random.getAsInt());
            key.append("0".repeat(2 * Integer.BYTES - word.length())).append(word);
        }
        return key.toString();
    }
}
