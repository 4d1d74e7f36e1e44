package dev.truce.tournament.stats;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sequential test of the mean lead of one bot over another, which may be looked at after every pair. Two players bet on each lead
 * before they know it: one that the mean is more than d0, one that it is less than d1. Both bets are fair or worse if the player is
 * wrong, so the wealth of a player who is wrong ever grows to n times its start with a probability of at most 1/n (Ville 1939). When
 * the first has 1/alpha, d1 is said; when the second has 1/beta, d0 is said. So the error rates hold for leads of every
 * distribution, skewed ones too, as long as no lead is beyond a bound, {@value #BOUND} points unless a lower one is known before
 * (Waudby-Smith and Ramdas 2024). A bet may
 * not lose everything to the worst lead that is possible, hence no verdict comes quickly: a bot that loses 150 points in one
 * of 75 pairs gives away 2 points of its mean, and some 220 pairs are needed to say that it is not such a bot. If d0 is more
 * than d1, all is turned round. Not thread-safe.
 */
public final class Sprt {
    /**
     * No lead may be further from 0, in points. From mutual war to what bargaining can reach are 100; a bot that is exploited scores less than
     * in mutual war, so that it may trail by some 110.
     */
    public static final double BOUND = 150;

    private static final Pattern TEXT =
            Pattern.compile("d0=(-?[0-9.]{1,12}),d1=(-?[0-9.]{1,12}),alpha=(0?\\.[0-9]{1,12}),beta=(0?\\.[0-9]{1,12})"
                    + "(?:,bound=([0-9.]{1,12}))?");

    /** What a bet may lose at most, of all that the player has. */
    private static final double STAKE = .9;

    /** Square of the spread that is assumed before the first pair, as if it were that of one pair. */
    private static final double FIRST_SQUARE = 100;

    private final double d0;
    private final double d1;
    private final double bound;
    private final double enoughForD1;
    private final double enoughForD0;
    /** 1, or -1 if d0 is more than d1. */
    private final int sign;

    private int pairs;
    private double mean;
    private double squares;
    private double againstD0;
    private double againstD1;
    private Verdict verdict = Verdict.GO_ON;

    /** What can be said. */
    public enum Verdict {
        /** Nothing yet. */
        GO_ON,
        /** The lead is not d1; it lies on the side of d0. */
        D0,
        /** The lead is not d0; it lies on the side of d1. */
        D1,
        /** A lead was beyond the bound, so that the error rates do not hold. */
        NOT_APPLICABLE;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Begins a test.
     *
     * @param d0 lead that is believed until the data say otherwise, points, less than {@link #BOUND} from 0
     * @param d1 lead that is looked for, another
     * @param alpha how often d1 may be said when d0 is true, 0..0.5
     * @param beta how often d0 may be said when d1 is true, 0..0.5
     * @throws IllegalArgumentException if the numbers are out of range
     */
    public Sprt(double d0, double d1, double alpha, double beta) {
        this(d0, d1, alpha, beta, BOUND);
    }

    /**
     * Begins a test of bots of which it is known before the first pair that no lead is far from 0, and which is faster for that.
     *
     * @param d0 lead that is believed until the data say otherwise, points, less than the bound from 0
     * @param d1 lead that is looked for, another
     * @param alpha how often d1 may be said when d0 is true, 0..0.5
     * @param beta how often d0 may be said when d1 is true, 0..0.5
     * @param bound how far from 0 a lead may be, points, at most {@value #BOUND}; one beyond it makes the test not applicable
     * @throws IllegalArgumentException if the numbers are out of range
     */
    public Sprt(double d0, double d1, double alpha, double beta, double bound) {
        if (d0 == d1 || !(alpha > 0 && alpha < .5) || !(beta > 0 && beta < .5)) {
            throw new IllegalArgumentException("expected d0 and d1 to differ, and alpha and beta between 0 and 0.5");
        }
        if (!(bound <= BOUND && Math.abs(d0) < bound && Math.abs(d1) < bound)) {
            throw new IllegalArgumentException("expected a bound of at most 150, and d0 and d1 within it");
        }
        this.bound = bound;
        this.sign = d0 < d1 ? 1 : -1;
        this.d0 = sign * d0;
        this.d1 = sign * d1;
        this.enoughForD1 = -StrictMath.log(alpha);
        this.enoughForD0 = -StrictMath.log(beta);
    }

    public static boolean isTest(String text) {
        try {
            parse(text);
            return true;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    /**
     * Reads a test, as in {@code d0=0,d1=2,alpha=.05,beta=.05}, or with {@code ,bound=40} after it.
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
                    Double.parseDouble(matcher.group(4)),
                    matcher.group(5) == null ? BOUND : Double.parseDouble(matcher.group(5)));
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException("'" + text + "' has a number that is none", wrong);
        }
    }

    /** Adds the next pair: how much more the first scored. What was said once is not taken back. */
    public Verdict add(double difference) {
        pairs++;
        if (verdict == Verdict.GO_ON && !(Math.abs(difference) <= bound)) {
            verdict = Verdict.NOT_APPLICABLE;
        }
        if (verdict != Verdict.GO_ON) {
            return verdict;
        }
        double lead = sign * difference;
        againstD0 += StrictMath.log1p(bet(bound + d0) * (lead - d0));
        againstD1 += StrictMath.log1p(bet(bound - d1) * (d1 - lead));
        double off = lead - mean;
        mean += off / pairs;
        squares += off * (lead - mean);
        if (againstD0 >= enoughForD1) {
            verdict = Verdict.D1;
        } else if (againstD1 >= enoughForD0) {
            verdict = Verdict.D0;
        }
        return verdict;
    }

    /**
     * Returns the share of its wealth that a player bets on each point: what grows fastest if the lead is as far off as d1 is from
     * d0, and what the worst lead cannot take away.
     *
     * @param worst how far the worst lead is off, points
     */
    private double bet(double worst) {
        double distance = d1 - d0;
        // Only what is known before the pair, which is counted already: the squares of the pairs before it.
        double square = (FIRST_SQUARE + squares) / pairs;
        return Math.min(distance / (square + distance * distance), STAKE / worst);
    }

    /**
     * Returns how many pairs it takes at least if every lead is just d1, or just d0, whichever needs fewer. Where leads differ it
     * takes more.
     */
    public int pairsWithoutSpread() {
        double ifD1 = enoughForD1 / StrictMath.log1p(STAKE / (bound + d0) * (d1 - d0));
        double ifD0 = enoughForD0 / StrictMath.log1p(STAKE / (bound - d1) * (d1 - d0));
        return (int) Math.ceil(Math.min(Math.min(ifD1, ifD0), Integer.MAX_VALUE));
    }

    /** Returns the lead that is believed until the data say otherwise. */
    public double d0() {
        return sign * d0;
    }

    /** How far from 0 a lead may be. */
    public double bound() {
        return bound;
    }

    /** Returns the lead that is looked for. */
    public double d1() {
        return sign * d1;
    }

    /** The logarithm of how much the player has won who bets that the lead lies beyond d0, on the side of d1. */
    public double againstD0() {
        return againstD0;
    }

    /** The logarithm of how much the player has won who bets that the lead lies before d1, on the side of d0. */
    public double againstD1() {
        return againstD1;
    }

    /** What can be said so far. */
    public Verdict verdict() {
        return verdict;
    }

    public int pairs() {
        return pairs;
    }
}
