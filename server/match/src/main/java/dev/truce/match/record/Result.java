package dev.truce.match.record;

import dev.truce.engine.board.Side;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.view.Rounding;
import java.util.List;

/**
 * Final scores in tenths of a point, rounded half away from zero.
 *
 * @param usTenths score of the US, 0 mutual war, 1000 what bargaining can reach
 * @param cnTenths score of China
 */
public record Result(int usTenths, int cnTenths) {
    /** Returns the scores of a match that is over. */
    public static Result of(Rules rules, MatchSetup setup, MatchState over, List<RoundReport> reports) {
        return new Result(
                Rounding.tenths(rules.finalScore(setup, over, reports, Side.US).score()),
                Rounding.tenths(rules.finalScore(setup, over, reports, Side.CN).score()));
    }
}
