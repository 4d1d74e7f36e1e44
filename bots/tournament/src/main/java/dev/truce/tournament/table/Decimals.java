package dev.truce.tournament.table;

import java.nio.charset.StandardCharsets;

/** Numbers with a fixed count of decimals, rounded half up, the same on every system. */
public final class Decimals {
    private static final long[] SCALES = {1, 10, 100, 1000, 10_000, 100_000, 1_000_000};

    /** Most bytes of a number: 19 digits, a sign and a point. */
    static final int LONGEST = 21;

    private Decimals() {}

    /**
     * Returns a number as text.
     *
     * @param value finite, its size below 10^12
     * @param decimals 1..6
     * @throws IllegalArgumentException if the value is not finite or too large
     */
    public static String of(double value, int decimals) {
        return ofUnits(units(value, decimals), decimals);
    }

    /**
     * Returns a number in units of its last decimal.
     *
     * @param value finite, its size below 10^12
     * @param decimals 1..6
     * @throws IllegalArgumentException if the value is not finite or too large
     */
    public static long units(double value, int decimals) {
        if (!(Math.abs(value) < 1e12)) {
            throw new IllegalArgumentException(value + " cannot stand in a result file");
        }
        return Math.round(value * SCALES[decimals]);
    }

    /** Returns a number that is given in units of its last decimal. */
    public static String ofUnits(long units, int decimals) {
        byte[] text = new byte[LONGEST];
        int from = write(units, decimals, text);
        return new String(text, from, text.length - from, StandardCharsets.ISO_8859_1);
    }

    /**
     * Writes a number to the end of a text in ASCII.
     *
     * @param units the number in units of its last decimal
     * @param decimals 0..6; a whole number has no point
     * @param text at least {@link #LONGEST} bytes
     * @return the index at which the number begins
     */
    static int write(long units, int decimals, byte[] text) {
        long size = Math.abs(units);
        int at = text.length;
        for (int digit = 0; size > 0 || digit <= decimals; digit++) {
            if (digit == decimals && digit > 0) {
                text[--at] = '.';
            }
            text[--at] = (byte) ('0' + size % 10);
            size /= 10;
        }
        if (units < 0) {
            text[--at] = '-';
        }
        return at;
    }

    /**
     * Returns a text of this form in units of its last decimal.
     *
     * @throws NumberFormatException if it has another form
     */
    public static long units(String text, int decimals) {
        int point = text.length() - decimals - 1;
        if (point < 1 || text.charAt(point) != '.') {
            throw new NumberFormatException("'" + text + "' has not " + decimals + " decimals");
        }
        return Long.parseLong(text.substring(0, point) + text.substring(point + 1));
    }
}
