package dev.truce.story.debrief;

import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;

/**
 * What would have become of a table if an offer that was not accepted had been: the mean difference over many futures, both sides
 * played by the same bot from the next round on.
 *
 * @param table number of the table
 * @param side who could have accepted
 * @param offer the name of the offer, for example {@code CN-2}
 * @param terms what it would have put into force
 * @param round in which it was made
 * @param bot who plays on in both cases
 * @param futures how many futures were compared
 * @param own how much more the side would have scored, points
 * @param joint how much higher the joint score would have been, points
 */
public record Counterfactual(
        int table,
        Side side,
        String offer,
        Terms terms,
        int round,
        String bot,
        int futures,
        Interval own,
        Interval joint) {
    /**
     * A mean with its 95 % interval.
     *
     * @param mean the mean
     * @param low lower end
     * @param high upper end
     */
    public record Interval(double mean, double low, double high) {}
}
