package dev.truce.protocol.text;

import dev.truce.protocol.message.Wire;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** Names of occupants: what is refused, and when two are the same. */
public final class Names {
    /** What is right, for refusals. */
    public static final String LEGAL =
            "1 to " + Wire.NAME_CHARACTERS + " letters, numbers, punctuation or symbols, with single spaces between";

    private Names() {}

    /**
     * Returns a name in its one spelling (NFC), or nothing if it is empty, longer than 24 characters, has a character that is
     * not allowed, more than two marks on one base, a space at an end or two in a row. Nothing is repaired: who chose the name
     * has to know how others see it.
     */
    public static Optional<String> fit(String name) {
        if (name.length() > Wire.NAME_BYTES) {
            return Optional.empty();
        }
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        if (composed.isEmpty() || composed.codePointCount(0, composed.length()) > Wire.NAME_CHARACTERS) {
            return Optional.empty();
        }
        int marks = 0;
        boolean afterSpace = true;
        for (int i = 0; i < composed.length(); ) {
            int codePoint = composed.codePointAt(i);
            i += Character.charCount(codePoint);
            boolean mark = Characters.isMark(codePoint);
            marks = mark ? marks + 1 : 0;
            if (!Characters.isAllowed(codePoint)
                    || marks > SafeText.MARKS
                    || (afterSpace && (mark || codePoint == ' '))) {
                return Optional.empty();
            }
            afterSpace = codePoint == ' ';
        }
        return afterSpace ? Optional.empty() : Optional.of(composed);
    }

    /** Returns what two names have in common exactly if they differ only in case, width or other forms of the same letters. */
    public static String key(String name) {
        String compatible = Normalizer.normalize(name, Normalizer.Form.NFKC);
        // A capital sharp s is small first, or it would stay what it is while the small one becomes two letters.
        String folded =
                compatible.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }
}
