package dev.truce.engine.payoff;

import java.util.Arrays;

/** Points of one side in one round, by component. Immutable. */
public final class Points {
    private final double[] parts;
    private final double total;

    private Points(double[] parts) {
        this.parts = parts;
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        this.total = sum;
    }

    /**
     * Returns points from their parts.
     *
     * @param parts 16 numbers in component order; copied
     * @throws IllegalArgumentException if there are not 16
     */
    public static Points of(double... parts) {
        if (parts.length != Component.COUNT) {
            throw new IllegalArgumentException("expected 16 components, got " + parts.length);
        }
        return new Points(parts.clone());
    }

    /** Returns the points of one component. */
    public double of(Component component) {
        return parts[component.ordinal()];
    }

    /** The sum over all components, in index order. */
    public double total() {
        return total;
    }

    /** Adds the parts, in component order, to 16 sums. */
    public void addTo(double[] sums) {
        for (int i = 0; i < parts.length; i++) {
            sums[i] += parts[i];
        }
    }

    /** Returns the parts in component order, as a new array. */
    public double[] toArray() {
        return parts.clone();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Points other && Arrays.equals(parts, other.parts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(parts);
    }

    @Override
    public String toString() {
        return "Points" + Arrays.toString(parts);
    }
}
