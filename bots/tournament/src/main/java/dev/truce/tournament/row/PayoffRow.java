package dev.truce.tournament.row;

import dev.truce.engine.board.BySide;
import dev.truce.tournament.stats.Estimate;
import dev.truce.tournament.table.ResultTable;

/**
 * What a bot scored against another.
 *
 * @param bot name of the bot
 * @param against name of the other
 * @param score over both seats
 * @param inSeat in each seat
 */
public record PayoffRow(String bot, String against, Estimate score, BySide<Estimate> inSeat) {
    private static final String POINTS = "points";

    /** One row for each bot and bot that it met. */
    public static final ResultTable<PayoffRow> TABLE = ResultTable.<PayoffRow>named("payoffs")
            .column("bot", "name of a bot")
            .text(PayoffRow::bot)
            .column("against", "name of the bot that it met")
            .text(PayoffRow::against)
            .column("pairs", "pairs that count")
            .whole("pairs", row -> row.score.pairs())
            .column("as_us", "its mean score as the US")
            .estimate(4, POINTS, row -> row.inSeat.us())
            .column("as_cn", "its mean score as China")
            .estimate(4, POINTS, row -> row.inSeat.cn())
            .column("score", "mean of both")
            .decimal(4, POINTS, row -> row.score.mean())
            .mainInterval(" of score", "pairs", 4, POINTS, PayoffRow::score)
            .build();
}
