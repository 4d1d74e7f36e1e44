package dev.truce.engine.view;

/**
 * Rounds full-precision numbers to the integer units that leave the engine: to the nearest, half away from zero. Plain
 * casts, so the result is the same on every JVM.
 */
public final class Rounding {
    private Rounding() {}

    /** Returns tenths. */
    public static int tenths(double x) {
        return units(x * 10);
    }

    /** Returns thousandths. */
    public static int milli(double x) {
        return units(x * 1e3);
    }

    /** Returns millionths. */
    public static long micro(double x) {
        return nearest(x * 1e6);
    }

    /** Returns the nearest whole number of units. */
    public static int units(double x) {
        return Math.toIntExact(nearest(x));
    }

    /** Returns tenths of a value that is first rounded to halves. */
    public static int tenthsOfHalves(double x) {
        return 5 * units(x * 2);
    }

    private static long nearest(double x) {
        // Beyond 2^52 every double is whole and adding a half would move it; nothing in the rules comes near.
        if (!(Math.abs(x) < 4e15)) {
            throw new ArithmeticException(x + " has no meaning as a figure");
        }
        return x < 0 ? -(long) (-x + .5) : (long) (x + .5);
    }
}
