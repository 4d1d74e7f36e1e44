package dev.truce.app.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * One meter for each value of an enum, all made at once: a counter that appears with its first event hides that event from a
 * rate, and a label that is not from an enum could grow without end.
 *
 * @param <E> the label's values
 * @param <M> the kind of meter
 */
public final class Labelled<E extends Enum<E>, M> {
    private final Map<E, M> meters;

    private Labelled(Class<E> type, Collection<E> values, Function<E, M> maker) {
        this.meters = new EnumMap<>(type);
        for (E value : values) {
            meters.put(value, maker.apply(value));
        }
    }

    /** Makes one counter for each value. */
    static <E extends Enum<E>> Labelled<E, Counter> counters(
            MeterRegistry registry, Class<E> values, String name, String label, String help) {
        return countersBut(registry, values, List.of(), name, label, help);
    }

    /** Makes one counter for each value that is not left out. */
    static <E extends Enum<E>> Labelled<E, Counter> countersBut(
            MeterRegistry registry, Class<E> type, List<E> leftOut, String name, String label, String help) {
        EnumSet<E> values = EnumSet.allOf(type);
        values.removeAll(leftOut);
        return new Labelled<>(type, values, value -> counter(registry, name, label, value.name(), help));
    }

    static Counter counter(MeterRegistry registry, String name, String label, String value, String help) {
        return Counter.builder(name)
                .description(help)
                .tag(label, value.toLowerCase(Locale.ROOT))
                .register(registry);
    }

    /** Makes one distribution for each value. */
    static <E extends Enum<E>> Labelled<E, DistributionSummary> distributions(
            MeterRegistry registry, Class<E> type, String name, String label, String help, double... buckets) {
        return new Labelled<>(
                type,
                EnumSet.allOf(type),
                value -> DistributionSummary.builder(name)
                        .description(help)
                        .tag(label, word(value))
                        .serviceLevelObjectives(buckets)
                        .register(registry));
    }

    public M of(E value) {
        M meter = meters.get(value);
        if (meter == null) {
            throw new IllegalStateException("no meter for " + value);
        }
        return meter;
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
