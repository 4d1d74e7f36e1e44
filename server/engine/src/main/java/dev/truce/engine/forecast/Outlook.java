package dev.truce.engine.forecast;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.view.Figures;
import dev.truce.engine.view.ScoreCard;

/**
 * A future quarter as a viewer can expect it.
 *
 * @param round number of its round
 * @param figures economy and tension
 * @param us score card of the US, without luck
 * @param cn score card of China, without luck; for the other side than the viewer's a guess
 */
public record Outlook(int round, Figures figures, ScoreCard us, ScoreCard cn) {
    /** Returns the score card of a side. */
    public ScoreCard score(Side side) {
        return BySide.pick(side, us, cn);
    }
}
