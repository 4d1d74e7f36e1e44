package dev.truce.match.record;

import dev.truce.engine.board.Side;
import dev.truce.engine.round.RoundReport;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.Ending;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.match.ClosedRound;
import dev.truce.match.MatchTerms;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A match as anybody can replay it.
 *
 * @param scenarioId scenario
 * @param scenarioHash hash of its values, 64 hex digits
 * @param ruleset rules by which it was played
 * @param dataVersion version of the scenario's data
 * @param setup seed, horizon, summits and conditions
 * @param usName occupant of the US seat; outside the chain
 * @param cnName occupant of the Chinese seat; outside the chain
 * @param rounds its rounds, in order
 * @param ending why it stopped, or null if the record was taken while it went on
 * @param result both final scores with one decimal, or null while it went on
 */
public record MatchRecord(
        String scenarioId,
        String scenarioHash,
        String ruleset,
        String dataVersion,
        MatchSetup setup,
        String usName,
        String cnName,
        List<RecordedRound> rounds,
        @Nullable Ending ending,
        @Nullable Result result) {

    /** Final scores in tenths of a point, rounded half away from zero. */
    public record Result(int usTenths, int cnTenths) {}

    public MatchRecord {
        rounds = List.copyOf(rounds);
    }

    /** Returns the record of a match as it stands. */
    public static MatchRecord of(
            Rules rules,
            MatchSetup setup,
            MatchTerms terms,
            MatchState state,
            List<RoundReport> reports,
            List<ClosedRound> closed,
            Chain chain) {
        List<RecordedRound> rounds = new ArrayList<>();
        for (ClosedRound round : closed) {
            rounds.add(new RecordedRound(round, chain.hex(round.round())));
        }
        Scenario scenario = rules.scenario();
        Result result = state.isOver()
                ? new Result(
                        tenths(rules.finalScore(setup, state, reports, Side.US).score()),
                        tenths(rules.finalScore(setup, state, reports, Side.CN).score()))
                : null;
        return new MatchRecord(
                scenario.id(),
                scenario.hash(),
                scenario.ruleset(),
                scenario.dataVersion(),
                setup,
                terms.usName(),
                terms.cnName(),
                rounds,
                state.ending(),
                result);
    }

    static int tenths(double score) {
        return (int) (score < 0 ? score * 10 - 0.5 : score * 10 + 0.5);
    }
}
