package dev.truce.engine.scenario;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;

/**
 * The proposal that a capital expects in its own name. Periods begin with round 1 and with each political date.
 *
 * @param price points of each round of a period by whose close the side has tabled no serious text in it
 * @param fairShare part of the author's gain that a serious text brings the other side at least
 */
public record OwnTextRules(BySide<Double> price, double fairShare) {
    /** No capital expects anything. */
    public static final OwnTextRules NONE = new OwnTextRules(new BySide<>(0.0, 0.0), 0);

    /** Returns the points, at most 0, of a side in a round by whose close it has tabled a text in the period, or has not. */
    public double points(Side side, boolean tabled) {
        return tabled ? 0 : 0 - price.of(side);
    }

    /** Returns whether capitals expect a text. */
    public boolean exist() {
        return price.us() > 0 || price.cn() > 0;
    }
}
