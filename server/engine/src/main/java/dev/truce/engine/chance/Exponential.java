package dev.truce.engine.chance;

/** The exponential by ten squarings: the same bits on every JVM, which Math.exp does not promise. */
public final class Exponential {
    private static final int SQUARINGS = 10;
    private static final double PARTS = 1024;
    /** Beyond it the powers would leave the range of doubles. */
    private static final double MOST = 600;

    private Exponential() {}

    /** Returns e to a power, which is taken into -600..600; within .2 % up to 2, within 5 % up to 10. */
    public static double of(double x) {
        double power = 1 + Math.max(-MOST, Math.min(MOST, x)) / PARTS;
        for (int i = 0; i < SQUARINGS; i++) {
            power *= power;
        }
        return power;
    }

    /** Returns the logistic curve, 0..1. */
    public static double logistic(double x) {
        return 1 / (1 + of(-x));
    }
}
