package dev.truce.match.record;

/** Written forms of hashes: lower-case hex digits. */
public final class Hex {
    /** Digits that a round's line shows. */
    public static final int SHOWN = 16;
    /** Digits of a whole SHA-256, two for each of its bytes. */
    public static final int WHOLE = 2 * 32;

    private Hex() {}

    /** Returns the first digits of a hash, as many as are shown. */
    public static String shown(String hex) {
        return hex.substring(0, SHOWN);
    }

    public static boolean is(String text, int digits) {
        if (text.length() != digits) {
            return false;
        }
        for (int i = 0; i < digits; i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }

    /**
     * Insists on hex digits.
     *
     * @throws IllegalArgumentException if the text has not so many lower-case hex digits
     */
    public static void require(String what, String text, int digits) {
        if (!is(text, digits)) {
            throw new IllegalArgumentException(what + " must be " + digits + " lower-case hex digits");
        }
    }
}
