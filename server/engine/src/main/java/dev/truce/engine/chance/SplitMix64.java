package dev.truce.engine.chance;

/**
 * The generator of the rules: SplitMix64 (Steele, Lea, Flood 2014, "Fast splittable pseudorandom number generators").
 * Not thread-safe.
 */
public final class SplitMix64 {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 1.0 / (1L << 53);

    private long state;

    /** Starts a stream at a seed. */
    public SplitMix64(long seed) {
        this.state = seed;
    }

    /** Mixes 64 bits into 64 others, one to one. */
    public static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Returns the k-th value, from 0, of the stream that starts at {@code seed}, without walking there. */
    public static long at(long seed, long k) {
        return mix(seed + GOLDEN * (k + 1));
    }

    /** Where the stream stands: a stream that starts there gives the same numbers. */
    public long position() {
        return state;
    }

    /** Starts again, as a stream that was made with the seed. */
    public void restart(long seed) {
        state = seed;
    }

    /** Returns the next 64 bits. */
    public long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    /** Returns the next number in [0, 1): the top 53 bits. */
    public double nextDouble() {
        return toUnit(nextLong());
    }

    /**
     * Returns the next integer in [0, bound).
     *
     * @throws IllegalArgumentException if bound is below 1
     */
    public int nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound " + bound + ", expected at least 1");
        }
        return (int) (nextDouble() * bound);
    }

    static double toUnit(long bits) {
        return (bits >>> 11) * UNIT;
    }
}
