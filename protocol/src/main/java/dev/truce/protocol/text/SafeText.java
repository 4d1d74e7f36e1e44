package dev.truce.protocol.text;

import java.text.Normalizer;

/** Text of strangers, made fit for one line of a terminal, a page or a log. */
public final class SafeText {
    /** Marks on one base beyond this are dropped; piles of them cover the lines above. */
    static final int MARKS = 2;

    private SafeText() {}

    /**
     * Returns a text without what could command a terminal, reorder a line or hide: every character that is not a letter, mark,
     * number, punctuation, symbol or space is dropped, a line break or tab becomes a space. Normalised to NFC.
     *
     * @param text anything, lone surrogates included
     * @param most longest result in code points, at least 0; the rest is cut off
     */
    public static String line(String text, int most) {
        // Where something is dropped, neighbours may come together that compose.
        return Normalizer.normalize(
                kept(Normalizer.normalize(near(text, most), Normalizer.Form.NFC), most), Normalizer.Form.NFC);
    }

    /** Does the same where characters cannot be composed, as in the program of a page. */
    public static String uncomposed(String text, int most) {
        return kept(near(text, most), most);
    }

    /**
     * Returns a text for a log: what {@link #line} would drop stands as its number in braces, so that it can be seen and does nothing. One text
     * is one line.
     */
    public static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        int marks = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            boolean mark = Characters.isMark(codePoint);
            marks = mark ? marks + 1 : 0;
            if (Characters.isAllowed(codePoint) && marks <= MARKS && !(mark && safe.isEmpty())) {
                safe.appendCodePoint(codePoint);
            } else {
                safe.append("\\u{").append(Integer.toHexString(codePoint)).append('}');
            }
        }
        return safe.toString();
    }

    /** No text grows by more than three when it is composed, so what comes long after the cut need not be looked at. */
    private static String near(String text, int most) {
        return text.length() > 16 * most + 16 ? text.substring(0, 16 * most + 16) : text;
    }

    private static String kept(String text, int most) {
        StringBuilder safe = new StringBuilder(Math.min(text.length(), 2 * most));
        int marks = 0;
        int taken = 0;
        for (int i = 0; i < text.length() && taken < most; ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            if (codePoint == '\n' || codePoint == '\r' || codePoint == '\t') {
                codePoint = ' ';
            }
            if (Characters.isMark(codePoint)) {
                marks++;
                if (marks > MARKS || safe.isEmpty()) {
                    continue;
                }
            } else if (Characters.isAllowed(codePoint)) {
                marks = 0;
            } else {
                continue;
            }
            safe.appendCodePoint(codePoint);
            taken++;
        }
        return safe.toString();
    }
}
