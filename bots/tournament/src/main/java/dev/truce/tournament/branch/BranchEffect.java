package dev.truce.tournament.branch;

import dev.truce.engine.board.Side;
import dev.truce.tournament.stats.Comparison;
import dev.truce.tournament.stats.Estimate;
import java.util.ArrayList;
import java.util.List;

/**
 * What the branch does to one quantity.
 *
 * @param quantity which one
 * @param was its mean in the arm that goes on as it was
 * @param branch its mean in the other
 * @param comparison the difference over paired futures, branch less was; its level is corrected for all quantities by Holm
 */
public record BranchEffect(Quantity quantity, Estimate was, Estimate branch, Comparison comparison) {

    /** Returns the effects on all quantities. */
    static List<BranchEffect> all(List<Twins> futures, Side seat) {
        List<int[]> who = new ArrayList<>();
        List<double[]> differences = new ArrayList<>();
        for (Quantity quantity : Quantity.values()) {
            double[] difference = new double[futures.size()];
            for (int i = 0; i < difference.length; i++) {
                difference[i] = quantity.of(futures.get(i).branch(), seat)
                        - quantity.of(futures.get(i).was(), seat);
            }
            who.add(new int[] {1, 0});
            differences.add(difference);
        }
        List<Comparison> compared = Comparison.of(who, differences);
        List<BranchEffect> effects = new ArrayList<>();
        for (Quantity quantity : Quantity.values()) {
            effects.add(new BranchEffect(
                    quantity,
                    Estimate.of(values(futures, quantity, seat, false)),
                    Estimate.of(values(futures, quantity, seat, true)),
                    compared.get(quantity.ordinal())));
        }
        return effects;
    }

    private static double[] values(List<Twins> futures, Quantity quantity, Side seat, boolean branch) {
        return futures.stream()
                .mapToDouble(twins -> quantity.of(branch ? twins.branch() : twins.was(), seat))
                .toArray();
    }

    /**
     * Both arms in the same future: the same chance in every round from the branch on, keyed by round and purpose, so that what a side does
     * shifts no draw.
     *
     * @param was the arm that goes on as it was
     * @param branch the other
     */
    public record Twins(ArmEnd was, ArmEnd branch) {}
}
