package dev.truce.tournament;

import dev.truce.tournament.stats.Holm;
import java.util.ArrayList;
import java.util.List;

/**
 * Two bots compared on the same seeds, one of several comparisons that are judged together.
 *
 * @param name of the first
 * @param other of the second
 * @param difference mean of the first minus that of the second, paired
 * @param chance probability of such a difference by chance alone, after Holm's correction for all comparisons judged together
 */
public record Comparison(String name, String other, Interval difference, double chance) {
    private static final double LEVEL = .05;

    /** Returns whether the two can be told apart. */
    public boolean isSeparable() {
        return chance < LEVEL;
    }

    /**
     * Returns the comparisons with their probabilities corrected (Holm 1979): the smallest counts as often as there are
     * comparisons, the next once less, and none becomes smaller than one before it.
     *
     * @param raw comparisons with probabilities that are not corrected
     */
    static List<Comparison> holm(List<Comparison> raw) {
        double[] levels = raw.stream().mapToDouble(Comparison::chance).toArray();
        double[] all = Holm.correct(levels);
        List<Comparison> corrected = new ArrayList<>();
        for (int i = 0; i < all.length; i++) {
            Comparison one = raw.get(i);
            corrected.add(new Comparison(one.name, one.other, one.difference, all[i]));
        }
        return List.copyOf(corrected);
    }

    /** Returns how each row of a table compares with the next one, judged together; empty if there are too few seeds. */
    public static List<Comparison> neighbours(List<Standing> table, Payoffs payoffs) {
        List<Comparison> raw = new ArrayList<>();
        for (int i = 0; i + 1 < table.size(); i++) {
            Interval lead =
                    payoffs.difference(table.get(i).bot(), table.get(i + 1).bot());
            if (lead.isTooFew()) {
                return List.of();
            }
            raw.add(new Comparison(
                    table.get(i).name(),
                    table.get(i + 1).name(),
                    lead,
                    StudentT.twoSided(lead.mean(), lead.error(), payoffs.seeds() - 1)));
        }
        return holm(raw);
    }
}
