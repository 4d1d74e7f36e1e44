package dev.truce.tournament;

import dev.truce.tournament.stats.Estimate;
import java.util.Locale;

/**
 * One thing that is asked of the game, and what was measured.
 *
 * @param id short name
 * @param asked what is asked
 * @param measured what was measured
 * @param miss by how much what was measured misses what is asked; at most 0 if it is so
 */
record Gate(String id, String asked, String measured, double miss) {
    /** A gate of which only is known whether it holds; if it does not, it misses by more than anything allows. */
    Gate(String id, String asked, String measured, boolean holds) {
        this(id, asked, measured, holds ? 0 : Double.POSITIVE_INFINITY);
    }

    /** Returns a gate that misses what is asked by so much. */
    static Gate missing(String id, String asked, String measured, double miss) {
        return new Gate(id, asked, measured, miss);
    }

    /** Returns whether it is so. */
    boolean holds() {
        return miss <= 0;
    }

    /**
     * Returns the gate as a row of the table in docs/evidence/pool.md.
     *
     * @param before what the same line measured under the ruleset before
     */
    String row(String before) {
        return "| " + id + " | " + asked + " | " + before + " | " + measured + " | " + (holds() ? "yes" : "**no**")
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
