package dev.truce.story.words;

import java.util.Locale;

/** Figures as they are printed. Rounding is half up; a sum is taken between printed figures. */
public final class NumberText {
    private NumberText() {}

    /** Returns thousandths as tenths, rounded. */
    public static long tenths(long milli) {
        return Math.floorDiv(milli + 50, 100);
    }

    /** Returns tenths as text, for example {@code -12.7}. */
    public static String tenth(long tenths) {
        return fixed(tenths, 1);
    }

    /** Returns tenths with their sign, for example {@code +3.0}; zero is {@code 0.0}. */
    public static String signedTenth(long tenths) {
        return (tenths > 0 ? "+" : "") + tenth(tenths);
    }

    /** Returns thousandths as text with one decimal. */
    public static String oneDecimal(long milli) {
        return tenth(tenths(milli));
    }

    /** Returns thousandths as hundredths, rounded. */
    public static long hundredths(long milli) {
        return Math.floorDiv(milli + 5, 10);
    }

    /** Returns hundredths as text, for example {@code 0.72}. */
    public static String hundredth(long hundredths) {
        return fixed(hundredths, 2);
    }

    /** Returns a number as text with at most two decimals and no zeros at its end, for example {@code 1.25} or {@code 2}. */
    public static String plain(double number) {
        return hundredth(Math.round(number * 100)).replaceFirst("[.]?0+$", "");
    }

    public static String signedHundredth(long hundredths) {
        return (hundredths > 0 ? "+" : "") + hundredth(hundredths);
    }

    /** Returns basis points as whole percent, rounded. */
    public static int percent(int basisPoints) {
        return Math.floorDiv(basisPoints + 50, 100);
    }

    /** Returns basis points as percent with one decimal. */
    public static String percentTenth(int basisPoints) {
        return tenth(Math.floorDiv(basisPoints + 5, 10));
    }

    /** Returns the whole percent that a quantity is of another. */
    public static int share(double part, double whole) {
        return (int) Math.round(100 * part / whole);
    }

    /** Returns the mean of two printed tenths, half up. */
    public static long mean(long tenths, long otherTenths) {
        return Math.floorDiv(tenths + otherTenths + 1, 2);
    }

    /** Returns a number as text with so many decimals, half up; what rounds to zero has no sign. */
    public static String decimals(double number, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", number);
        return text.startsWith("-") && text.matches("[-0.]+") ? text.substring(1) : text;
    }

    /** Returns a number as text with so many decimals and its sign; what rounds to zero has a plus. */
    public static String signed(double number, int decimals) {
        String text = decimals(number, decimals);
        return text.startsWith("-") ? text : "+" + text;
    }

    private static String fixed(long value, int decimals) {
        // A figure is printed hundreds of times while a slider moves; a format would be read each time.
        long scale = decimals == 1 ? 10 : 100;
        long size = Math.abs(value);
        long part = size % scale;
        return (value < 0 ? "-" : "") + size / scale + (decimals == 2 && part < 10 ? ".0" : ".") + part;
    }
}
