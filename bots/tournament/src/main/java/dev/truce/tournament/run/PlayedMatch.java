package dev.truce.tournament.run;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.payoff.FinalScore;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchState;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.tournament.plan.PairSpec;
import java.util.List;

/**
 * A match that was played, by bots or from its record.
 *
 * @param pairSpec the pair that it belongs to
 * @param number 1 or 2, its place in the pair
 * @param record its record; the caption names the bots
 * @param end the state after its last round
 * @param reports the truth about each round, in order
 * @param usScore true result of the US
 * @param cnScore true result of China
 * @param us how the US bot behaved
 * @param cn how the Chinese bot behaved
 */
public record PlayedMatch(
        PairSpec pairSpec,
        int number,
        MatchRecord record,
        MatchState end,
        List<RoundReport> reports,
        FinalScore usScore,
        FinalScore cnScore,
        SeatConduct us,
        SeatConduct cn) {

    public PlayedMatch {
        reports = List.copyOf(reports);
    }

    /**
     * Returns a match that was played elsewhere, as its record tells it.
     *
     * @param rules the rules of its scenario
     * @param replay the record played again, which verified it
     */
    public static PlayedMatch replayed(
            PairSpec pairSpec,
            int number,
            Rules rules,
            MatchRecord record,
            RecordReplay replay,
            SeatConduct us,
            SeatConduct cn) {
        MatchState end = replay.states().get(replay.states().size() - 1);
        return new PlayedMatch(
                pairSpec,
                number,
                record,
                end,
                replay.reports(),
                rules.finalScore(record.setup(), end, replay.reports(), Side.US),
                rules.finalScore(record.setup(), end, replay.reports(), Side.CN),
                us,
                cn);
    }

    /** Returns the result of a side. */
    public FinalScore score(Side side) {
        return BySide.pick(side, usScore, cnScore);
    }

    /** Returns whether neither bot got anything wrong. */
    public boolean isClean() {
        return us.isClean() && cn.isClean();
    }

    /** Returns how the bot of a side behaved. */
    public SeatConduct conduct(Side side) {
        return BySide.pick(side, us, cn);
    }
}
