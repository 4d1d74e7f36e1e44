package dev.truce.bot.local;

import dev.truce.bot.Conduct;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.state.MatchState;
import dev.truce.match.Notice.MatchOver;
import dev.truce.match.record.MatchRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A match that was played to its end in process.
 *
 * @param end the state after the last round
 * @param reports the truth about every round, in order
 * @param result the final scores
 * @param us how the US bot behaved
 * @param cn how the Chinese bot behaved
 * @param record the portable record, or null if none was kept
 */
public record Played(
        MatchState end,
        List<RoundReport> reports,
        MatchOver result,
        Conduct us,
        Conduct cn,
        @Nullable MatchRecord record) {

    public Played {
        reports = List.copyOf(reports);
    }

    /** Returns how the bot of a side behaved. */
    public Conduct conduct(Side side) {
        return BySide.pick(side, us, cn);
    }
}
