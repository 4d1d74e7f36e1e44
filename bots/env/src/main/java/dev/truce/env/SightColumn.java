package dev.truce.env;

import java.util.function.ToDoubleFunction;

/**
 * One number of an observation.
 *
 * @param name names it
 * @param unit what one whole is
 * @param low least value
 * @param high largest value
 * @param source the component of an observation from which it comes
 * @param value fills it
 */
public record SightColumn(
        String name, String unit, double low, double high, String source, ToDoubleFunction<Sight> value) {

    /** Returns the value for what a side sees, kept within the range. */
    float of(Sight sight) {
        return (float) Math.max(low, Math.min(high, value.applyAsDouble(sight)));
    }
}
