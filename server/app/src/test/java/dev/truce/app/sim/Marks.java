package dev.truce.app.sim;

import java.util.Map;
import java.util.TreeMap;

/** How often each thing has happened that a run should be able to reach. */
final class Marks {
    private final Map<String, Long> counts = new TreeMap<>();

    void hit(String mark) {
        counts.merge(mark, 1L, Long::sum);
    }

    long of(String mark) {
        return counts.getOrDefault(mark, 0L);
    }

    void add(Marks others) {
        others.counts.forEach((mark, count) -> counts.merge(mark, count, Long::sum));
    }

    Map<String, Long> all() {
        return new TreeMap<>(counts);
    }
}
