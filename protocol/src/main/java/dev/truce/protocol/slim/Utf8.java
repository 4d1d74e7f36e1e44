package dev.truce.protocol.slim;

import dev.truce.protocol.slim.UnreadableBytesException.Why;

/** Strict UTF-8: each character in its shortest form, and none that is half of a pair. */
final class Utf8 {
    private static final int TWO = 0xC2;
    private static final int THREE = 0xE0;
    private static final int FOUR = 0xF0;
    private static final int END = 0xF5;
    private static final int LAST = 0x10FFFF;

    private Utf8() {}

    /** Returns the text of bytes, from one place until before another. */
    static String read(byte[] bytes, int from, int to) throws UnreadableBytesException {
        StringBuilder text = new StringBuilder(to - from);
        int at = from;
        while (at < to) {
            int first = bytes[at] & 0xFF;
            if (first < 0x80) {
                text.append((char) first);
                at++;
            } else {
                int length = length(first);
                if (length > to - at) {
                    throw noText();
                }
                int character = first & 0x7F >> length;
                for (int i = 1; i < length; i++) {
                    int next = bytes[at + i];
                    if ((next & 0xC0) != 0x80) {
                        throw noText();
                    }
                    character = character << 6 | next & 0x3F;
                }
                if (!isOfLength(character, length)) {
                    throw noText();
                }
                text.appendCodePoint(character);
                at += length;
            }
        }
        return text.toString();
    }

    private static int length(int first) throws UnreadableBytesException {
        if (first < TWO || first >= END) {
            throw noText();
        }
        return first < THREE ? 2 : first < FOUR ? 3 : 4;
    }

    private static boolean isOfLength(int character, int length) {
        return switch (length) {
            case 2 -> character >= 0x80;
            case 3 ->
                character >= 0x800 && (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE);
            default -> character >= Character.MIN_SUPPLEMENTARY_CODE_POINT && character <= LAST;
        };
    }

    private static UnreadableBytesException noText() {
        return new UnreadableBytesException(Why.BAD_TEXT);
    }
}
