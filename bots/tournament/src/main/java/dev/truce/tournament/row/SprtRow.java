package dev.truce.tournament.row;

import dev.truce.tournament.stats.Sprt;
import dev.truce.tournament.table.ResultTable;

/**
 * A sequential test.
 *
 * @param test differences, points, and levels
 * @param first bot whose lead is tested
 * @param second the other
 * @param pairs until the verdict
 * @param againstD0 logarithm of what bets against d0 won
 * @param againstD1 logarithm of what bets against d1 won
 * @param verdict what the test came to
 */
public record SprtRow(
        String test, String first, String second, int pairs, double againstD0, double againstD1, Sprt.Verdict verdict) {
    /** One row: what the sequential test came to. */
    public static final ResultTable<SprtRow> TABLE = ResultTable.<SprtRow>named("sprt")
            .column("test", "differences, points, and levels of the test")
            .text(SprtRow::test)
            .column("first", "bot whose lead is tested")
            .text(SprtRow::first)
            .column("second", "the other")
            .text(SprtRow::second)
            .column("pairs", "pairs until the verdict")
            .whole("pairs", SprtRow::pairs)
            .column("against_d0", "logarithm of what bets against d0 won; 1/alpha is enough for d1")
            .decimal(4, "", SprtRow::againstD0)
            .column("against_d1", "logarithm of what bets against d1 won; 1/beta is enough for d0")
            .decimal(4, "", SprtRow::againstD1)
            .column("verdict", "d0, d1, go-on if pairs were too few, not-applicable if a lead was too large")
            .text(row -> row.verdict.word())
            .build();
}
