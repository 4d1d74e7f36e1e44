package dev.truce.engine.explain;

import dev.truce.engine.payoff.Component;
import java.util.List;

/**
 * What one cause contributed to a difference of points.
 *
 * @param cause the cause
 * @param estimated whether its size was read from signals
 * @param pointsMicro the 16 components in order, millionths of a point
 */
public record Share(Cause cause, boolean estimated, List<Long> pointsMicro) {
    /**
     * Checks and copies the list.
     *
     * @throws IllegalArgumentException unless it has 16 entries
     */
    public Share {
        pointsMicro = List.copyOf(pointsMicro);
        if (pointsMicro.size() != Component.COUNT) {
            throw new IllegalArgumentException("expected 16 components, got " + pointsMicro.size());
        }
    }

    /** Returns the sum of the components, millionths of a point. */
    public long totalMicro() {
        long sum = 0;
        for (long part : pointsMicro) {
            sum += part;
        }
        return sum;
    }
}
