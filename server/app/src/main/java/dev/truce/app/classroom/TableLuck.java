package dev.truce.app.classroom;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.engine.view.Rounding;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.verify.OtherDice;
import java.util.ArrayList;
import java.util.List;

/** Finds how much of the scores of a table its dice decide: the same deeds are played again with others. */
final class TableLuck {
    /** Throws of the dice. With forty a deviation is known to about a ninth. */
    static final int THROWS = 40;

    /** 95 of 100 scores lie so many deviations or fewer from their mean. */
    private static final double NINETY_FIVE = 1.96;

    private final OtherDice dice;

    TableLuck(Rules rules) {
        this.dice = new OtherDice(rules);
    }

    /** Returns within how many points of their mean 95 of 100 scores lie, as it is printed, tenths. The same record has the same luck everywhere. */
    BySide<Long> tenths(MatchRecord match) {
        List<BySide<Double>> scores = new ArrayList<>();
        for (int seed = 1; seed <= THROWS; seed++) {
            scores.add(dice.scores(match, seed));
        }
        return BySide.each(side -> (long) Rounding.tenths(NINETY_FIVE * deviation(scores, side)));
    }

    private static double deviation(List<BySide<Double>> scores, Side side) {
        double mean = 0;
        for (BySide<Double> score : scores) {
            mean += score.of(side) / THROWS;
        }
        double squares = 0;
        for (BySide<Double> score : scores) {
            squares += (score.of(side) - mean) * (score.of(side) - mean);
        }
        return Math.sqrt(squares / (THROWS - 1));
    }
}
