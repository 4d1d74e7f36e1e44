package dev.truce.engine.chance;

/**
 * The draws of one match, keyed by (purpose, round, side, k) so that no draw shifts another. Counts what is drawn; the
 * count goes into the round's hash. Not thread-safe.
 *
 * <p>The mixing can be undone: who sees one uniform number in full can calculate the seed in some thousand steps. So views show of
 * a uniform number only what it decides, and of a normal number, which is a sum of four, at most six decimals. From these the
 * seed is found only by trying all of its 64 bits.
 */
public final class Draws {
    /** Side index of draws that belong to neither side. */
    public static final int NEITHER = 2;

    private final long common;
    private final long ofTable;
    private int count;

    /** Draws for a match seed; the seed is a secret of the host. */
    public Draws(long seed) {
        this(seed, seed);
    }

    /**
     * Draws of a table that shares a part of its chance with others. Both seeds are secrets of the host.
     *
     * @param common seed of what all tables have alike
     * @param ofTable seed of what this table has alone
     */
    public Draws(long common, long ofTable) {
        this.common = common;
        this.ofTable = ofTable;
    }

    /** Returns a uniform number in [0, 1). */
    public double uniform(Purpose purpose, int round, int side, int k) {
        count++;
        return SplitMix64.toUnit(SplitMix64.at(stream(purpose, round, side), k));
    }

    /**
     * Returns a standard normal number, approximated by four uniforms (values 4k..4k+3 of the stream), in
     * [-3.4641016, 3.4641016].
     */
    public double normal(Purpose purpose, int round, int side, int k) {
        count++;
        long stream = stream(purpose, round, side);
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += SplitMix64.toUnit(SplitMix64.at(stream, 4L * k + i));
        }
        return (sum - 2) * 1.7320508;
    }

    /** Numbers drawn so far. */
    public int count() {
        return count;
    }

    private long stream(Purpose purpose, int round, int side) {
        long s = SplitMix64.mix(purpose.isCommon() ? common : ofTable);
        s = SplitMix64.mix(s ^ purpose.id());
        s = SplitMix64.mix(s ^ round);
        return SplitMix64.mix(s ^ side);
    }
}
