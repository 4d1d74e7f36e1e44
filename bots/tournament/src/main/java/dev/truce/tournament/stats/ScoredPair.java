package dev.truce.tournament.stats;

import java.io.Serializable;

/**
 * What is needed of a pair to compare bots; scores in whole ten thousandths of a point.
 *
 * @param stage stage of the tournament, from 0
 * @param first index of the bot that played the US in match 1
 * @param second index of the other bot
 * @param firstAsUs score of the first in match 1
 * @param secondAsCn score of the second in match 1
 * @param secondAsUs score of the second in match 2
 * @param firstAsCn score of the first in match 2
 * @param isClean whether no bot got anything wrong in both matches
 * @param isVoid whether the program failed, so that there is no score
 */
public record ScoredPair(
        int stage,
        int first,
        int second,
        int firstAsUs,
        int secondAsCn,
        int secondAsUs,
        int firstAsCn,
        boolean isClean,
        boolean isVoid)
        implements Serializable {
    private static final double UNITS = 10_000;

    /** Returns the mean score of the first over both matches, points. */
    public double ofFirst() {
        return (firstAsUs + (double) firstAsCn) / 2 / UNITS;
    }

    /** Returns the mean score of the second over both matches, points. */
    public double ofSecond() {
        return (secondAsUs + (double) secondAsCn) / 2 / UNITS;
    }

    /** Returns how much more the first scored, mean over both matches, points. */
    public double lead() {
        return ofFirst() - ofSecond();
    }
}
