package dev.truce.tournament.row;

import dev.truce.engine.board.Side;
import dev.truce.tournament.stats.Estimate;
import dev.truce.tournament.table.ResultTable;

/**
 * The strength of a bot in a seat, by wins alone.
 *
 * @param bot its name
 * @param seat its seat
 * @param wins matches won, one that is level counts half
 * @param matches that count
 * @param strength by Bradley and Terry
 * @param isHelped whether wins and losses had to be added
 */
public record RatingRow(String bot, Side seat, double wins, long matches, Estimate strength, boolean isHelped) {
    /** One row for each bot and seat. */
    public static final ResultTable<RatingRow> TABLE = ResultTable.<RatingRow>named("ratings")
            .column("bot", "name of the bot")
            .text(RatingRow::bot)
            .column("seat", "US or CN")
            .text(row -> row.seat.name())
            .column("wins", "matches won in this seat; one level within half a point counts half")
            .decimal(1, "matches", RatingRow::wins)
            .column("matches", "matches in this seat that count")
            .whole("matches", RatingRow::matches)
            .column("strength", "Bradley-Terry strength in this seat, mean over all bots and seats 0")
            .decimal(4, "logits", row -> row.strength.mean())
            .column(
                    "helped",
                    "yes if strengths are finite only because of an added win and loss for everybody, else no")
            .text(row -> row.isHelped ? "yes" : "no")
            .later(table -> table.interval("strength", 4, "logits", RatingRow::strength))
            .build();
}
