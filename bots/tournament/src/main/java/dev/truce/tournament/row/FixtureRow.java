package dev.truce.tournament.row;

import dev.truce.engine.board.BySide;
import dev.truce.tournament.stats.Comparison;
import dev.truce.tournament.stats.Estimate;
import dev.truce.tournament.stats.Pentanomial;
import dev.truce.tournament.table.ResultTable;

/**
 * A fixture in the cross table.
 *
 * @param first bot that played the US in match 1
 * @param second the other bot
 * @param ofFirst score of the first
 * @param ofSecond score of the second
 * @param lead how much more the first scored
 * @param firstInSeat mean score of the first in each seat
 * @param secondInSeat mean score of the second in each seat
 * @param won pairs by how many of its two matches the first won
 */
public record FixtureRow(
        String first,
        String second,
        Estimate ofFirst,
        Estimate ofSecond,
        Comparison lead,
        BySide<Double> firstInSeat,
        BySide<Double> secondInSeat,
        Pentanomial won) {
    private static final String POINTS = "points";

    /** One row for each fixture. */
    public static final ResultTable<FixtureRow> TABLE = ComparisonRow.verdict(
                    ResultTable.<FixtureRow>named("crosstable")
                            .column("first", "bot that played the US in match 1")
                            .text(FixtureRow::first)
                            .column("second", "the other bot")
                            .text(FixtureRow::second)
                            .column("pairs", "pairs that count")
                            .whole("pairs", FixtureRow::pairs)
                            .column("first_score", "mean score of the first")
                            .estimate(4, POINTS, FixtureRow::ofFirst)
                            .column("second_score", "mean score of the second")
                            .estimate(4, POINTS, FixtureRow::ofSecond)
                            .column("lead", "how much more the first scored, mean over the pairs")
                            .decimal(4, POINTS, row -> row.lead.difference().mean())
                            .mainInterval(" of lead", "pairs", 4, POINTS, row -> row.lead.difference()),
                    "level of the paired test by itself; empty if there are too few pairs",
                    "fixtures",
                    FixtureRow::lead)
            .column("first_as_us", "mean score of the first as the US")
            .decimal(4, POINTS, row -> row.firstInSeat.us())
            .column("first_as_cn", "mean score of the first as China")
            .decimal(4, POINTS, row -> row.firstInSeat.cn())
            .column("second_as_us", "mean score of the second as the US")
            .decimal(4, POINTS, row -> row.secondInSeat.us())
            .column("second_as_cn", "mean score of the second as China")
            .decimal(4, POINTS, row -> row.secondInSeat.cn())
            .column("won_0", "pairs in which the first won neither match; a lead below half a point is half")
            .whole("pairs", row -> row.won.counts()[0])
            .column("won_half", "pairs in which it won a half")
            .whole("pairs", row -> row.won.counts()[1])
            .column("won_1", "pairs in which it won one")
            .whole("pairs", row -> row.won.counts()[2])
            .column("won_1_half", "pairs in which it won one and a half")
            .whole("pairs", row -> row.won.counts()[3])
            .column("won_2", "pairs in which it won both")
            .whole("pairs", row -> row.won.counts()[4])
            .build();

    /** Returns the pairs that count. */
    public int pairs() {
        return ofFirst.pairs();
    }
}
