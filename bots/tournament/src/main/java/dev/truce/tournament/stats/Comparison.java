package dev.truce.tournament.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Two bots compared. They are separable only if the interval of their difference excludes 0 and its level, corrected for all
 * comparisons of the table, is at most 5 %.
 *
 * @param first index of a bot
 * @param second index of the other
 * @param difference how much more the first scored, points
 * @param level of the two-sided test by itself, 0..1
 * @param corrected the level corrected by Holm
 * @param verdict what follows
 */
public record Comparison(int first, int second, Estimate difference, double level, double corrected, Verdict verdict) {
    private static final double LEVEL = .05;

    /** More pairs than any table needs for its level to be within reach. */
    private static final int ENOUGH = 100;

    /** What can be said. */
    public enum Verdict {
        /** The first scores more. */
        FIRST,
        /** The second scores more. */
        SECOND,
        /** Luck is enough to explain the difference. */
        NOT_SEPARABLE,
        /** There are too few pairs to say anything. */
        TOO_FEW,
        /** The strength of one of them is unknown, as its model answered too rarely. */
        NO_PLACE;

        /** Returns the words for it in files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Returns how many pairs a bot must have against each other for the smallest level of the exact test, corrected for all
     * comparisons, to reach 5 %. With fewer pairs no two bots can be told apart, whatever they score.
     *
     * @param comparisons number of comparisons of the table, at least 1
     */
    public static int leastPairs(int comparisons) {
        int pairs = Estimate.LEAST;
        while (pairs < ENOUGH && leastLevel(pairs) * comparisons > LEVEL) {
            pairs++;
        }
        return pairs;
    }

    /** Returns the smallest level that the exact test of so many pairs can have: that of pairs which all have the same sign. */
    public static double leastLevel(int pairs) {
        return Math.min(1, StrictMath.pow(2, 1.0 - pairs));
    }

    /** Returns the same figures, of which nothing follows, as one of the bots has no place. */
    public Comparison withoutPlace() {
        return new Comparison(first, second, difference, level, corrected, Verdict.NO_PLACE);
    }

    /** Compares everybody with everybody. */
    public static List<Comparison> all(Field field, int bots) {
        return of(field, bots, bots);
    }

    /** Compares the first bot with everybody: nothing is said of the others, so levels are corrected for nothing that is. */
    public static List<Comparison> ofFirst(Field field, int bots) {
        return of(field, bots, Math.min(1, bots));
    }

    private static List<Comparison> of(Field field, int bots, int firsts) {
        List<int[]> who = new ArrayList<>();
        List<double[]> differences = new ArrayList<>();
        for (int first = 0; first < firsts; first++) {
            for (int second = first + 1; second < bots; second++) {
                who.add(new int[] {first, second});
                differences.add(field.differences(first, second));
            }
        }
        return of(who, differences);
    }

    /**
     * Compares bots of which the differences are known.
     *
     * @param who first and second bot of each comparison
     * @param differences how much more the first scored, one value a pair
     */
    public static List<Comparison> of(List<int[]> who, List<double[]> differences) {
        double[] levels = new double[who.size()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = PairedTest.p(differences.get(i));
        }
        double[] corrected = Holm.correct(levels);
        List<Comparison> all = new ArrayList<>();
        for (int i = 0; i < levels.length; i++) {
            Estimate difference = Estimate.of(differences.get(i));
            Verdict verdict = Verdict.NOT_SEPARABLE;
            if (difference.isTooFew()) {
                verdict = Verdict.TOO_FEW;
            } else if (difference.excludes(0) && corrected[i] <= LEVEL) {
                verdict = difference.mean() > 0 ? Verdict.FIRST : Verdict.SECOND;
            }
            all.add(new Comparison(who.get(i)[0], who.get(i)[1], difference, levels[i], corrected[i], verdict));
        }
        return all;
    }
}
