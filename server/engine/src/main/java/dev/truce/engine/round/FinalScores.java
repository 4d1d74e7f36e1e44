package dev.truce.engine.round;

import dev.truce.engine.board.Side;
import dev.truce.engine.payoff.Component;
import dev.truce.engine.payoff.FinalScore;
import dev.truce.engine.payoff.Points;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.state.SideState;
import dev.truce.engine.tables.Tables;
import java.util.List;

/** Terminal value, mean and normalisation (economy 8.3). */
final class FinalScores {
    private FinalScores() {}

    /** Returns the end value of a side if the match ends in a state. */
    static double terminal(Tables tables, MatchState state, Side side) {
        SideState own = state.side(side);
        return tables.payoff.terminal(
                side,
                own.pointsLast(),
                own.reputation(),
                state.economy().reeAlt(),
                state.economy().chipAlt());
    }

    /** Returns the mean points a round, end value included, of a side if the match ends in a state. */
    static double mean(Tables tables, MatchState state, Side side) {
        return tables.payoff.mean(state.side(side).pointsTotal(), terminal(tables, state, side), state.round());
    }

    /** Returns the final score of a side; {@code trucePath} has the summits of this match. */
    static FinalScore of(Tables tables, TrucePath trucePath, MatchState over, List<RoundReport> reports, Side side) {
        double mean = mean(tables, over, side);
        double truce = over.round() == 0 ? mean : trucePath.mean(over.round(), side);
        SideState own = over.side(side);
        return new FinalScore(
                tables.scenario.anchors().score(side, mean),
                tables.scenario.anchors().score(side, truce),
                sum(reports, side),
                terminal(tables, over, side),
                mean,
                own.reputation(),
                own.breaches(),
                own.catches());
    }

    private static Points sum(List<RoundReport> reports, Side side) {
        double[] sums = new double[Component.COUNT];
        for (RoundReport report : reports) {
            report.side(side).points().addTo(sums);
        }
        return Points.of(sums);
    }
}
