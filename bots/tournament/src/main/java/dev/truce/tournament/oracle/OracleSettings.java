package dev.truce.tournament.oracle;

import dev.truce.engine.board.Side;
import java.util.Locale;

/**
 * How a best response is looked for.
 *
 * @param seat the seat that responds
 * @param by what is searched
 * @param budget most matches of the search; the choice among what it found, and the measurement, come on top
 * @param seed of the search's own random numbers; the seeds of all matches follow from it
 * @param seeds how many seeds each part has
 */
public record OracleSettings(Side seat, By by, int budget, long seed, Counts seeds) {
    /** Largest seed of a search. */
    public static final long MAX_SEED = 1_000_000_000;

    /** Between the first seeds of two searches. */
    private static final long APART = 10_000_000;

    /** Between the first seeds of two parts of a search. */
    private static final long PART = 1_000_000;

    /** What is searched. */
    public enum By {
        /** Bots, tastes of bargaining and cheats, then rules before them. */
        TABLE,
        /** Bots, then what they order, offer and accept in some rounds; the rest of each match is played out by the bot. */
        SEARCH;

        /** Returns the word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How many seeds there are.
     *
     * @param train by which the search compares
     * @param choice by which one of what it found is chosen
     * @param test by which that is measured
     */
    public record Counts(int train, int choice, int test) {
        /** Those of the command. */
        public static final Counts USUAL = new Counts(24, 48, 120);
    }

    /** Checks the numbers; throws IllegalArgumentException. */
    public OracleSettings {
        if (budget < 1 || seed < 0 || seed > MAX_SEED) {
            throw new IllegalArgumentException("budget " + budget + ", seed " + seed);
        }
    }

    long firstTrain() {
        return APART * (1 + seed);
    }

    long firstChoice() {
        return firstTrain() + PART;
    }

    long firstTest() {
        return firstChoice() + PART;
    }

    static String range(long first, int count) {
        return first + ".." + (first + count - 1);
    }

    /** Returns the seeds of the search, as a range. */
    public String train() {
        return range(firstTrain(), seeds.train());
    }

    /** Returns the seeds of the choice. */
    public String choice() {
        return range(firstChoice(), seeds.choice());
    }

    /** Returns the seeds of the measurement. */
    public String test() {
        return range(firstTest(), seeds.test());
    }
}
