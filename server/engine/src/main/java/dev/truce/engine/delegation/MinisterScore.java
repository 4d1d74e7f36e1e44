package dev.truce.engine.delegation;

import dev.truce.engine.board.Side;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.payoff.FinalScore;
import dev.truce.engine.payoff.Points;
import dev.truce.engine.scenario.Scenario;

/**
 * A minister's score, on the scale of his side's: 0 mutual war, 100 what bargaining can reach, and holding the truce gives him what it gives
 * his side. What a component gains or loses against the truce path counts by his weight for it; what comes after the last round
 * counts as it does for the side. So with all weights at 100 % it is the side's score.
 *
 * @param side whose minister
 * @param number the minister's seat, 1..4
 * @param brief his weights
 * @param score his score; may lie outside 0..100
 * @param sideScore the side's score, for comparison
 */
public record MinisterScore(Side side, int number, Brief brief, double score, double sideScore) {
    /**
     * Returns the score of a match that is over.
     *
     * @param side whose minister
     * @param rounds rounds played
     * @param scored the side's true result
     * @param truce what the truce path gave in as many rounds, sums by component
     */
    public static MinisterScore of(
            int number, Brief brief, Side side, int rounds, FinalScore scored, Points truce, Scenario scenario) {
        double more = 0;
        for (Component component : Component.values()) {
            double gained = scored.points().of(component) - truce.of(component);
            more += (brief.percent(component) - 100) / 100.0 * gained;
        }
        // The end value counts as so many rounds more (economy 8.3).
        double mean = more / (rounds + scenario.knobs().terminalFactor());
        return new MinisterScore(
                side, number, brief, scored.score() + mean * scenario.anchors().worth(side, 1), scored.score());
    }
}
