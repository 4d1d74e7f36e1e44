package dev.truce.tournament;

import dev.truce.tournament.stats.Estimate;
import java.util.Locale;

/**
 * One thing that is asked of the game, and what was measured.
 *
 * @param id short name
 * @param asked what is asked
 * @param measured what was measured
 * @param holds whether it is so
 */
record Gate(String id, String asked, String measured, boolean holds) {
    /**
     * Returns the gate as a row of the table in docs/pool.md.
     *
     * @param before what the same line measured under the ruleset before
     */
    String row(String before) {
        return "| " + id + " | " + asked + " | " + before + " | " + measured + " | " + (holds ? "yes" : "**no**")
                + " |";
    }

    static boolean isAtLeast(Estimate estimate, double goal) {
        return estimate.mean() >= goal;
    }

    static boolean isAtMost(Estimate estimate, double goal) {
        return estimate.mean() <= goal;
    }

    static String text(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    static String text(Estimate estimate) {
        return text("%.2f (%.2f to %.2f)", estimate.mean(), estimate.low(), estimate.high());
    }

    /** Returns whether an interval is there and lies above 0. */
    static boolean isAbove0(Estimate estimate) {
        return !estimate.isTooFew() && estimate.low() > 0;
    }

    @Override
    public String toString() {
        return id + ": " + asked + "; measured " + measured;
    }
}
