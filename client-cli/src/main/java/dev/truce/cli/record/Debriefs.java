package dev.truce.cli.record;

import dev.truce.engine.board.Side;
import dev.truce.engine.payoff.FinalScore;
import dev.truce.engine.payoff.Outcome;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.view.RoundView;
import dev.truce.match.Notice;
import dev.truce.match.record.verify.RecordReplay;
import java.util.List;
import java.util.Optional;

/** Tells the truth about a match that is over, from its record. */
public final class Debriefs {
    private Debriefs() {}

    /** Returns the end of a replayed match; empty if it was recorded while it went on. */
    static Optional<Notice.MatchOver> end(RecordReplay replay, Rules rules) {
        MatchState last = replay.states().get(replay.states().size() - 1);
        if (!last.isOver()) {
            return Optional.empty();
        }
        FinalScore us = rules.finalScore(replay.match().setup(), last, replay.reports(), Side.US);
        FinalScore cn = rules.finalScore(replay.match().setup(), last, replay.reports(), Side.CN);
        Outcome outcome = Outcome.of(us.score() - us.truceScore(), cn.score() - cn.truceScore());
        return Optional.of(new Notice.MatchOver(last.round(), us, cn, outcome, ""));
    }

    /** Returns both sides' views of all rounds of a record; empty if it is of another scenario than the one played. */
    public static List<RoundView> rounds(String recordText, Scenario scenario) {
        return RecordFile.read(recordText, scenario)
                .map(match -> RecordReplay.of(match, Rules.of(scenario)).views())
                .orElse(List.of());
    }
}
