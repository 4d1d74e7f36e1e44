package dev.truce.tournament.stats;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Wald's sequential test on the paired difference of two bots (1945): goes on until the data say which of two differences is the
 * better guess. The unknown spread is estimated from the pairs themselves (the generalised likelihood ratio of a normal
 * mean); so that this does not stop too early, nothing is said before 30 pairs. Not thread-safe.
 */
public final class Sprt {
    private static final Pattern TEXT =
            Pattern.compile("d0=(-?[0-9.]{1,12}),d1=(-?[0-9.]{1,12}),alpha=(0?\\.[0-9]{1,12}),beta=(0?\\.[0-9]{1,12})");

    /** Before that the spread is too uncertain. */
    public static final int FIRST = 30;

    private final double d0;
    private final double d1;
    private final double lower;
    private final double upper;
    private int pairs;
    private double mean;
    private double squares;

    /** What can be said. */
    public enum Verdict {
        /** Nothing yet. */
        GO_ON,
        /** The difference is rather d0. */
        D0,
        /** The difference is rather d1. */
        D1;

        /** Returns the word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Begins a test.
     *
     * @param d0 difference that is believed until the data say otherwise, points
     * @param d1 difference that is looked for, another
     * @param alpha how often d1 may be said when d0 is true, 0..0.5
     * @param beta how often d0 may be said when d1 is true, 0..0.5
     * @throws IllegalArgumentException if the numbers are out of range
     */
    public Sprt(double d0, double d1, double alpha, double beta) {
        if (d0 == d1 || !(alpha > 0 && alpha < .5) || !(beta > 0 && beta < .5)) {
            throw new IllegalArgumentException("expected d0 and d1 to differ, and alpha and beta between 0 and 0.5");
        }
        this.d0 = d0;
        this.d1 = d1;
        this.lower = StrictMath.log(beta / (1 - alpha));
        this.upper = StrictMath.log((1 - beta) / alpha);
    }

    /**
     * Reads a test, as in {@code d0=0,d1=2,alpha=.05,beta=.05}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Sprt parse(String text) {
        Matcher matcher = TEXT.matcher(text.replace(" ", ""));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no test, expected d0=0,d1=2,alpha=.05,beta=.05");
        }
        try {
            return new Sprt(
                    Double.parseDouble(matcher.group(1)),
                    Double.parseDouble(matcher.group(2)),
                    Double.parseDouble(matcher.group(3)),
                    Double.parseDouble(matcher.group(4)));
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException("'" + text + "' has a number that is none", wrong);
        }
    }

    /** Adds the next pair: how much more the first scored. */
    public Verdict add(double difference) {
        pairs++;
        double off = difference - mean;
        mean += off / pairs;
        squares += off * (difference - mean);
        double ratio = ratio();
        if (pairs < FIRST || (ratio > lower && ratio < upper)) {
            return Verdict.GO_ON;
        }
        return ratio >= upper ? Verdict.D1 : Verdict.D0;
    }

    /** Returns the logarithm of the likelihood ratio of d1 to d0. */
    public double ratio() {
        if (pairs < 2) {
            return 0;
        }
        // Profile likelihood: n/2 log of the ratio of the spreads around both guesses.
        double around0 = squares / pairs + (mean - d0) * (mean - d0);
        double around1 = squares / pairs + (mean - d1) * (mean - d1);
        double floor = 1e-12;
        return pairs / 2.0 * StrictMath.log(Math.max(floor, around0) / Math.max(floor, around1));
    }

    /** Returns the number of pairs so far. */
    public int pairs() {
        return pairs;
    }
}
