package dev.truce.cli.pool;

import dev.truce.cli.text.Texts;

/** How far a piece of work is, and how fast it goes, as a line says it. Not thread-safe. */
final class Pace {
    private static final double NANOS = 1e9;

    private String work = "";
    private long matches = 1;
    private long played;
    private long began;

    /**
     * A piece of work begins.
     *
     * @param now what it is
     * @param howMany matches that it takes
     * @param nanoTime the time, nanoseconds
     */
    void begin(String now, long howMany, long nanoTime) {
        work = now;
        matches = howMany;
        played = 0;
        began = nanoTime;
    }

    /** Counts matches that are over. */
    void played(int more) {
        played += more;
    }

    /**
     * Returns the line.
     *
     * @param nanoTime the time, nanoseconds
     */
    String line(long nanoTime) {
        double seconds = (nanoTime - began) / NANOS;
        if (played == 0 || seconds <= 0) {
            return Texts.of("pool.progress.begun", work, matches);
        }
        double rate = played / seconds;
        return Texts.of("pool.progress", work, played, matches, rate, Math.ceil((matches - played) / rate));
    }
}
