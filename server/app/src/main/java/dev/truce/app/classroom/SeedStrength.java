package dev.truce.app.classroom;

import java.util.HashSet;
import java.util.Set;

/**
 * How hard the text of a chosen seed is to guess, by its length and variety. Nobody can measure that of one text; the rule counts low, so
 * that a text made by chance passes and a word, a date or a row of keys does not.
 *
 * <p>A character counts unless the same two characters stood side by side before, or it goes on in the steps of the three before it, as in
 * 1234. What a character is worth depends on the text: 2.5 bits in words, 3.3 in digits alone, 4 where letters and digits are mixed
 * without a blank, as hex digits are, and 5 for a Chinese character.
 */
final class SeedStrength {
    /** What a chosen seed has to have. */
    static final int MIN_BITS = 96;

    /** Longest text of a chosen seed, in characters. */
    static final int MAX_LENGTH = 200;

    private static final double OF_WORDS = 2.5;
    private static final double OF_DIGITS = 3.3;
    private static final double OF_A_MIXTURE = 4;
    private static final double OF_CHINESE = 5;

    private SeedStrength() {}

    /** Counts the bits of a text. */
    static double bits(String text) {
        int[] points = text.strip().codePoints().toArray();
        double usual = usual(points);
        Set<Long> pairs = new HashSet<>();
        double bits = 0;
        for (int i = 0; i < points.length; i++) {
            boolean isNew = i == 0 || pairs.add((long) points[i - 1] << Integer.SIZE | points[i]);
            if (isNew && !goesOn(points, i)) {
                bits += isChinese(points[i]) ? OF_CHINESE : usual;
            }
        }
        return bits;
    }

    private static double usual(int[] points) {
        boolean digits = false;
        boolean letters = false;
        boolean blanks = false;
        for (int point : points) {
            digits |= Character.isDigit(point);
            blanks |= Character.isWhitespace(point);
            letters |= !Character.isDigit(point);
        }
        if (!letters) {
            return OF_DIGITS;
        }
        return digits && !blanks ? OF_A_MIXTURE : OF_WORDS;
    }

    private static boolean goesOn(int[] points, int i) {
        return i >= 3
                && points[i] - points[i - 1] == points[i - 1] - points[i - 2]
                && points[i - 1] - points[i - 2] == points[i - 2] - points[i - 3];
    }

    private static boolean isChinese(int point) {
        return Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
    }
}
