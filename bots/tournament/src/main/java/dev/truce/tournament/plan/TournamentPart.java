package dev.truce.tournament.plan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several parts of a tournament, which are played apart and merged; each has pairs that follow each other.
 *
 * @param number of the part, from 1
 * @param of how many there are
 */
public record TournamentPart(int number, int of) {
    /** The whole tournament. */
    public static final TournamentPart WHOLE = new TournamentPart(1, 1);

    /** More than there are machines. */
    public static final int MAX_PARTS = 9_999;

    private static final Pattern TEXT = Pattern.compile("([1-9]\\d{0,3})/([1-9]\\d{0,3})");

    /**
     * Insists on a part.
     *
     * @throws IllegalArgumentException unless 1 <= number <= of <= {@value #MAX_PARTS}
     */
    public TournamentPart {
        if (number < 1 || number > of || of > MAX_PARTS) {
            throw new IllegalArgumentException(number + "/" + of + ", expected I/N with 1 <= I <= N <= " + MAX_PARTS);
        }
    }

    /**
     * Reads a part.
     *
     * @throws IllegalArgumentException unless the text is as {@code 2/3}
     */
    public static TournamentPart parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "', expected I/N with 1 <= I <= N <= " + MAX_PARTS);
        }
        return new TournamentPart(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** Returns whether it is all of the tournament. */
    public boolean isWhole() {
        return of == 1;
    }

    /**
     * Returns the index of its first pair.
     *
     * @param pairs of the whole tournament
     */
    public int first(int pairs) {
        return Math.toIntExact((number - 1L) * pairs / of);
    }

    /**
     * Returns the index after its last pair.
     *
     * @param pairs of the whole tournament
     */
    public int end(int pairs) {
        return Math.toIntExact((long) number * pairs / of);
    }

    @Override
    public String toString() {
        return number + "/" + of;
    }
}
