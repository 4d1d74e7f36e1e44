package dev.truce.bench.setting;

/** Bounds that benchmarks share. */
public final class BenchSettings {
    /** Longest measurement. */
    public static final int MAX_SECONDS = 600;

    /** Longest warm-up. */
    public static final int MAX_WARM_UP_SECONDS = 600;

    private BenchSettings() {}

    /**
     * Insists on a number in its range.
     *
     * @throws IllegalArgumentException with the option, the number and the range
     */
    public static void require(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(option + " " + value + ", expected " + least + " to " + most);
        }
    }
}
