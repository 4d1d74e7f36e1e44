package dev.truce.story.debrief;

import dev.truce.engine.board.BySide;
import dev.truce.engine.state.MatchSetup;

/**
 * What a table's hand is worth: the scores that bots reach with its chance. Each table of a class has private draws of its own, so a raw score
 * compares hands; the distance to par compares people.
 */
@FunctionalInterface
public interface TablePar {
    /**
     * Finds the par of both sides, points. The same setup always has the same par.
     *
     * @param setup of the table's match, with as many rounds as were played
     */
    BySide<Double> of(MatchSetup setup);
}
