package dev.truce.tournament.result;

import java.nio.charset.StandardCharsets;

/** Numbers with a fixed count of decimals, rounded half up, the same on every system. */
public final class Decimals {
    private static final long[] SCALES = {1, 10, 100, 1000, 10_000, 100_000, 1_000_000};

    private Decimals() {}

    /**
     * Returns a number as text.
     *
     * @param value finite, its size below 10^12
     * @param decimals 1..6
     * @throws IllegalArgumentException if the value is not finite or too large
     */
    public static String of(double value, int decimals) {
        if (!(Math.abs(value) < 1e12)) {
            throw new IllegalArgumentException(value + " cannot stand in a result file");
        }
        return ofUnits(Math.round(value * SCALES[decimals]), decimals);
    }

    /** Returns a number that is given in units of its last decimal. */
    public static String ofUnits(long units, int decimals) {
        long size = Math.abs(units);
        byte[] text = new byte[24];
        int at = text.length;
        for (int digit = 0; size > 0 || digit <= decimals; digit++) {
            if (digit == decimals) {
                text[--at] = '.';
            }
            text[--at] = (byte) ('0' + size % 10);
            size /= 10;
        }
        if (units < 0) {
            text[--at] = '-';
        }
        return new String(text, at, text.length - at, StandardCharsets.ISO_8859_1);
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
