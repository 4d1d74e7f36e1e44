package dev.truce.bench.lesson;

import dev.truce.bench.wire.Latencies;

/**
 * How long something took for all who waited for it, in milliseconds.
 *
 * @param count how many waited
 * @param median the 50th percentile
 * @param slow the 95th
 * @param late the 99th
 * @param last the longest
 */
record Spread(long count, double median, double slow, double late, double last) {
    private static final double MEDIAN = 50;
    private static final double SLOW = 95;
    private static final double LATE = 99;
    private static final double LAST = 100;
    private static final double NANOS = 1e6;

    static Spread of(Latencies counted) {
        return new Spread(
                counted.count(),
                counted.percentile(MEDIAN) / NANOS,
                counted.percentile(SLOW) / NANOS,
                counted.percentile(LATE) / NANOS,
                counted.percentile(LAST) / NANOS);
    }
}
