package dev.truce.tournament.stats;

/**
 * How often the first bot of a fixture won none, a half, one, one and a half or both matches of a pair. A lead of less than half a
 * point counts as a half for each.
 *
 * @param counts five numbers, from none to both
 */
public record Pentanomial(int[] counts) {
    /** In ten thousandths of a point. */
    private static final int NO_DIFFERENCE = 5_000;

    /** Counts the pairs of a fixture. */
    public static Pentanomial of(Scores scores, int first, int second) {
        int[] counts = new int[5];
        for (int place : scores.places(first, second)) {
            ScoredPair pair = scores.pair(place);
            counts[halves(pair.firstAsUs() - pair.secondAsCn()) + halves(pair.firstAsCn() - pair.secondAsUs())]++;
        }
        return new Pentanomial(counts);
    }

    /** Returns the half wins that a lead is worth: 0, 1 or 2. */
    static int halves(int lead) {
        if (lead > -NO_DIFFERENCE && lead < NO_DIFFERENCE) {
            return 1;
        }
        return lead > 0 ? 2 : 0;
    }
}
