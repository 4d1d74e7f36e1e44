package dev.truce.engine.conduct;

import java.util.List;

/**
 * A measure read off knots: the first knot reads 0, the second 1, and so on, linear between them and constant outside.
 * Knots rise or fall throughout.
 */
final class Scale {
    private final double[] knots;
    private final boolean rising;

    Scale(double... knots) {
        this.knots = knots.clone();
        this.rising = knots[1] > knots[0];
    }

    static Scale of(List<Double> knots) {
        double[] numbers = new double[knots.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = knots.get(i);
        }
        return new Scale(numbers);
    }

    /** Reads the measure at {@code x}. */
    double at(double x) {
        int steps = knots.length - 1;
        for (int i = 0; i < steps; i++) {
            double to = knots[i + 1];
            if (rising ? x < to : x > to) {
                // Below the first knot the quotient is negative; the measure is 0 there.
                return i + Math.max(0, (x - knots[i]) / (to - knots[i]));
            }
        }
        return steps;
    }

    /** Returns where the measure reads {@code reading}, which is first taken into its range. */
    double where(double reading) {
        int steps = knots.length - 1;
        double inside = Math.min(steps, Math.max(0, reading));
        int i = Math.min(steps - 1, (int) inside);
        return knots[i] + (inside - i) * (knots[i + 1] - knots[i]);
    }
}
