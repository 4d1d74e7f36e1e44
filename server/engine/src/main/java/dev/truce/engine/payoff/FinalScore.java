package dev.truce.engine.payoff;

/**
 * The true result of one side; told after the end only.
 *
 * @param score normalised result: 0 mutual war, 100 what bargaining can reach
 * @param truceScore what holding the truce for as many rounds would have scored
 * @param points sums over the rounds by component
 * @param terminal end value added to the sum before the mean over rounds + 3
 * @param mean mean points a round, U
 * @param reputation at the end
 * @param breaches rounds with an unjustified public breach
 * @param catches rounds in which it was really caught short
 */
public record FinalScore(
        double score,
        double truceScore,
        Points points,
        double terminal,
        double mean,
        double reputation,
        int breaches,
        int catches) {}
