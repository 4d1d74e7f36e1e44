package dev.truce.tournament.row;

import dev.truce.engine.board.Side;
import dev.truce.tournament.run.PlayedMatch;
import dev.truce.tournament.run.SeatConduct;
import dev.truce.tournament.table.ResultTable;

/**
 * Something that was refused of a bot.
 *
 * @param match the match
 * @param side the bot's
 * @param refused what was refused, in which round, and why
 */
public record RefusalRow(PlayedMatch match, Side side, SeatConduct.Refused refused) {
    /** One row for each thing that was refused. No record has it: what was refused was not played. */
    public static final ResultTable<RefusalRow> TABLE = MatchRow.key(
                    ResultTable.<RefusalRow>named("refusals"), row -> MatchRow.Key.of(row.match))
            .column("round", "number of the round, from 1")
            .whole("", row -> row.refused.round())
            .column("side", "US or CN")
            .text(row -> row.side.name())
            .column("code", "why, as docs/look-up/line-protocol.md and WIRE.md list them")
            .text(row -> row.refused.code())
            .column("item", "the order, offer or word that was refused, or the field that was wrong")
            .text(row -> row.refused.item())
            .build();
}
