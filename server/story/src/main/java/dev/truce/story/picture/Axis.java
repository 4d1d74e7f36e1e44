package dev.truce.story.picture;

import dev.truce.story.words.NumberText;
import java.util.ArrayList;
import java.util.List;

/** Where values of an axis are on the page: a range of round numbers that holds all of them. */
public final class Axis {
    private static final int TICKS = 6;
    private static final double[] STEPS = {1, 2, 5, 10};

    private final double low;
    private final double high;
    private final double step;
    private final double from;
    private final double to;

    private Axis(double low, double high, double step, double from, double to) {
        this.low = low;
        this.high = high;
        this.step = step;
        this.from = from;
        this.to = to;
    }

    /**
     * Returns the scale of an axis.
     *
     * @param least least value, finite
     * @param most greatest value, not below it
     * @param from where on the page the axis begins
     * @param to where it ends; before {@code from} on an axis that goes up
     */
    public static Axis of(double least, double most, double from, double to) {
        double span = Math.max(most - least, 1e-3);
        double unit = 1e-4;
        while (unit * 10 * TICKS <= span) {
            unit *= 10;
        }
        double step = unit;
        for (double times : STEPS) {
            step = unit * times;
            if (step * TICKS >= span) {
                break;
            }
        }
        double low = Math.floor(least / step + 1e-9) * step;
        double high = Math.ceil(most / step - 1e-9) * step;
        return new Axis(low, high <= low ? low + step : high, step, from, to);
    }

    public double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    /** Returns the round numbers of the axis, its ends among them. */
    public List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (long i = 0; low + i * step <= high + step / 2; i++) {
            ticks.add(low + i * step);
        }
        return ticks;
    }

    /** Returns a round number of the axis as it is printed. */
    public String shown(double tick) {
        return NumberText.decimals(tick, decimals());
    }

    /** Returns how many decimals tell its ticks apart. */
    public int decimals() {
        int decimals = 0;
        for (double size = step; size < 1 - 1e-9; size *= 10) {
            decimals++;
        }
        return decimals;
    }
}
