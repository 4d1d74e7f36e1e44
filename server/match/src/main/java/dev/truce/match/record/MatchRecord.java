package dev.truce.match.record;

import dev.truce.engine.board.Side;
import dev.truce.engine.round.RoundReport;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.Ending;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.match.ClosedRound;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A match as anybody can replay it. Names are outside the hash chain; everything else is covered by it or follows from it.
 *
 * @param scenarioId scenario
 * @param scenarioHash hash of its values, 64 hex digits
 * @param ruleset rules by which it was played
 * @param dataVersion version of the scenario's data
 * @param setup seed, horizon, summits and conditions
 * @param usName occupant of the US seat
 * @param cnName occupant of the Chinese seat
 * @param start the hash chain before round 1, hex: 64 digits or the first 16
 * @param rounds its rounds, in order
 * @param ending why it stopped, or null if the record was taken while it went on
 * @param result both final scores, or null while it went on
 */
public record MatchRecord(
        String scenarioId,
        String scenarioHash,
        String ruleset,
        String dataVersion,
        MatchSetup setup,
        String usName,
        String cnName,
        String start,
        List<RecordedRound> rounds,
        @Nullable Ending ending,
        @Nullable Result result) {

    /** Final scores in tenths of a point, rounded half away from zero. */
    public record Result(int usTenths, int cnTenths) {
        /** Returns the scores of a match that is over. */
        public static Result of(Rules rules, MatchSetup setup, MatchState over, List<RoundReport> reports) {
            return new Result(
                    tenths(rules.finalScore(setup, over, reports, Side.US).score()),
                    tenths(rules.finalScore(setup, over, reports, Side.CN).score()));
        }

        private static int tenths(double score) {
            return (int) (score < 0 ? score * 10 - 0.5 : score * 10 + 0.5);
        }
    }

    public MatchRecord {
        rounds = List.copyOf(rounds);
    }

    /** Returns the record of a match as it stands. */
    public static MatchRecord of(
            Rules rules,
            MatchSetup setup,
            List<String> names,
            MatchState state,
            List<RoundReport> reports,
            List<ClosedRound> closed,
            Chain chain) {
        List<RecordedRound> rounds = new ArrayList<>();
        for (ClosedRound round : closed) {
            rounds.add(new RecordedRound(round, chain.hex(round.round())));
        }
        Scenario scenario = rules.scenario();
        return new MatchRecord(
                scenario.id(),
                scenario.hash(),
                scenario.ruleset(),
                scenario.dataVersion(),
                setup,
                names.get(0),
                names.get(1),
                chain.hex(0),
                rounds,
                state.ending(),
                state.isOver() ? Result.of(rules, setup, state, reports) : null);
    }

    /** Returns the last link of the chain. */
    public String lastLink() {
        return rounds.isEmpty() ? start : rounds.get(rounds.size() - 1).link();
    }

    /** Returns the record with the last link given in full. */
    MatchRecord withLastLink(String link) {
        if (rounds.isEmpty()) {
            return with(link, rounds, result);
        }
        List<RecordedRound> full = new ArrayList<>(rounds);
        int last = full.size() - 1;
        full.set(last, new RecordedRound(full.get(last).closed(), link));
        return with(start, full, result);
    }

    /** Returns the record with another result. */
    MatchRecord withResult(@Nullable Result other) {
        return with(start, rounds, other);
    }

    private MatchRecord with(String newStart, List<RecordedRound> newRounds, @Nullable Result newResult) {
        return new MatchRecord(
                scenarioId,
                scenarioHash,
                ruleset,
                dataVersion,
                setup,
                usName,
                cnName,
                newStart,
                newRounds,
                ending,
                newResult);
    }

    /** Returns the result as records write it, for example {@code US 61.2 CN 58.9}, or {@code *} while the match goes on. */
    public String resultText() {
        return result == null ? "*" : "US " + decimal(result.usTenths()) + " CN " + decimal(result.cnTenths());
    }

    /** Returns the ending as records write it, for example {@code horizon}, or {@code *} while the match goes on. */
    public String endingText() {
        return ending == null ? "*" : ending.name().toLowerCase(Locale.ROOT);
    }

    private static String decimal(int tenths) {
        int abs = Math.abs(tenths);
        return (tenths < 0 ? "-" : "") + abs / 10 + "." + abs % 10;
    }
}
