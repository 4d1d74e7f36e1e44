package dev.truce.tournament.row;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.conduct.Shortfall;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.round.Rules;
import dev.truce.tournament.run.PlayedMatch;
import dev.truce.tournament.table.ResultTable;
import java.util.ArrayList;
import java.util.List;

/**
 * What a covert clause promised for a round, and what was done.
 *
 * @param match the match
 * @param round the round, from 1
 * @param clause the clause, which binds in it
 * @param promised word of the level that is its bound
 * @param done word of the level at which the instrument stood
 * @param shortBy notches by which it was not kept, at least 0
 */
public record ClauseRow(PlayedMatch match, int round, Clause clause, String promised, String done, double shortBy) {
    /** One row for each covert clause in each round in which it binds; only in tournaments in which a model plays. */
    public static final ResultTable<ClauseRow> TABLE = MatchRow.key(
                    ResultTable.<ClauseRow>named("clauses"), row -> MatchRow.Key.of(row.match))
            .column("round", "number of the round, from 1")
            .whole("", ClauseRow::round)
            .column("side", "US or CN: who promised")
            .text(row -> row.side().name())
            .column("instrument", "the covert instrument")
            .text(row -> row.clause.instrument().qualifiedWord())
            .column("agreement", "number of the agreement to which the clause belongs, from 1")
            .whole("", row -> row.clause.agreement())
            .column("promised", "the level that it may not fall below")
            .text(ClauseRow::promised)
            .column("done", "the level at which it stood")
            .text(ClauseRow::done)
            .column("short", "promised less done, in notches of compliance; 0 if more was done")
            .decimal(6, "notches", ClauseRow::shortBy)
            .build();

    /** Returns the rows of a round. */
    public static List<ClauseRow> of(PlayedMatch match, RoundReport report, Rules rules) {
        List<ClauseRow> rows = new ArrayList<>();
        for (Instrument instrument : rules.scenario().instruments().all()) {
            Clause clause = report.treaty().binding(instrument, report.round());
            if (instrument.isCovert() && clause != null) {
                int level = report.after().get(instrument);
                rows.add(new ClauseRow(
                        match,
                        report.round(),
                        clause,
                        rules.scenario().spec(instrument).rung(clause.bound()).token(),
                        rules.scenario().spec(instrument).rung(level).token(),
                        Shortfall.gap(rules.mapping(), clause, level)));
            }
        }
        return rows;
    }

    private Side side() {
        return clause.instrument().holder();
    }
}
