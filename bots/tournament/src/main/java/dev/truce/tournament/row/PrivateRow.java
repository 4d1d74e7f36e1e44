package dev.truce.tournament.row;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.report.RoundReport;
import dev.truce.tournament.run.PlayedMatch;
import dev.truce.tournament.table.ResultTable;
import java.util.stream.Collectors;

/**
 * What a seat alone knew of itself in a round.
 *
 * @param match the match
 * @param report the truth about the round
 * @param side its side
 */
public record PrivateRow(PlayedMatch match, RoundReport report, Side side) {
    /** One row for each seat in each round of each match. */
    public static final ResultTable<PrivateRow> TABLE = MatchRow.key(
                    ResultTable.<PrivateRow>named("private"), row -> MatchRow.Key.of(row.match))
            .column("round", "number of the round, from 1")
            .whole("", row -> row.report.round())
            .column("side", "US or CN")
            .text(row -> row.side.name())
            .column(
                    "type",
                    "its private type of the round, 1 on average: how much firmness and face weigh in its points")
            .decimal(6, "", row -> row.report.side(row.side).type())
            .column("red_lines", "words of its secret red lines in the round, with a blank between two")
            .text(PrivateRow::redLines)
            .build();

    private String redLines() {
        return report.side(side).redLines().stream().map(Instrument::word).collect(Collectors.joining(" "));
    }
}
