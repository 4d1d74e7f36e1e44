package dev.truce.tournament.oracle;

import dev.truce.bot.BotFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * Bots of which one plays, each with a probability.
 *
 * @param bots at least one
 * @param weights their probabilities, summing to 1
 */
public record Mixture(List<BotFactory> bots, double[] weights) {
    /** A bot that is played more rarely than this says nothing and costs as many matches as another. */
    private static final double LEAST = 1e-3;

    /**
     * Makes one of weights that need not sum to 1; bots that are hardly played are left out.
     *
     * @throws IllegalArgumentException if no weight is above 0, or there are not as many as bots
     */
    public static Mixture of(List<BotFactory> bots, double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        if (bots.size() != weights.length || !(sum > 0)) {
            throw new IllegalArgumentException(bots.size() + " bots of weight " + sum);
        }
        List<BotFactory> some = new ArrayList<>();
        List<Double> played = new ArrayList<>();
        double kept = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] >= LEAST * sum) {
                some.add(bots.get(i));
                played.add(weights[i]);
                kept += weights[i];
            }
        }
        double whole = kept;
        return new Mixture(
                List.copyOf(some),
                played.stream().mapToDouble(weight -> weight / whole).toArray());
    }

    /** Returns the mixture that is one bot. */
    public static Mixture of(BotFactory bot) {
        return new Mixture(List.of(bot), new double[] {1});
    }
}
