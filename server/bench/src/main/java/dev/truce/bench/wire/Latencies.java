package dev.truce.bench.wire;

import java.util.concurrent.atomic.AtomicLongArray;

/** Counts durations in buckets, so that any number of them needs the same memory; a percentile is right within 1 in 256. Thread-safe. */
public final class Latencies {
    /** Each doubling of a duration has 128 buckets. */
    private static final int BITS = 7;

    private static final int BUCKETS = 1 << BITS;

    private final AtomicLongArray counts = new AtomicLongArray(bucket(Long.MAX_VALUE) + 1);

    /**
     * Counts a duration.
     *
     * @param nanos negative counts as 0
     */
    public void add(long nanos) {
        counts.incrementAndGet(bucket(Math.max(0, nanos)));
    }

    /** Returns how many were counted. */
    public long count() {
        long sum = 0;
        for (int i = 0; i < counts.length(); i++) {
            sum += counts.get(i);
        }
        return sum;
    }

    /**
     * Returns the smallest duration that so many hundredths of all do not exceed, in nanoseconds.
     *
     * @param percent above 0, at most 100
     * @throws IllegalStateException if nothing was counted
     */
    public long percentile(double percent) {
        long all = count();
        if (all == 0) {
            throw new IllegalStateException("nothing was counted");
        }
        long rank = Math.max(1, (long) Math.ceil(percent / 100 * all));
        long seen = 0;
        int bucket = -1;
        while (seen < rank) {
            bucket++;
            seen += counts.get(bucket);
        }
        return middle(bucket);
    }

    private static int bucket(long nanos) {
        int shift = Math.max(0, Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos | 1) - BITS);
        return shift * BUCKETS + (int) (nanos >>> shift);
    }

    private static long middle(int bucket) {
        int shift = Math.max(0, bucket / BUCKETS - 1);
        long first = (long) (bucket - shift * BUCKETS) << shift;
        return first + ((1L << shift) - 1) / 2;
    }
}
