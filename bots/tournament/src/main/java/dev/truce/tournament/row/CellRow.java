package dev.truce.tournament.row;

import dev.truce.tournament.table.ResultTable;

/**
 * A match of the matrix of a search by double oracle.
 *
 * @param us policy of the US
 * @param cn policy of China
 * @param seed of the match; all cells share their seeds
 * @param usScore what the US scored
 * @param cnScore what China scored
 */
public record CellRow(String us, String cn, long seed, double usScore, double cnScore) {
    /** Decimals of scores; what is computed from them is computed from so many. */
    public static final int DECIMALS = 6;

    private static final String POINTS = "points";

    /** One row for each match. */
    public static final ResultTable<CellRow> TABLE = ResultTable.<CellRow>named("cells")
            .column("us", "policy of the US")
            .text(CellRow::us)
            .column("cn", "policy of China")
            .text(CellRow::cn)
            .column("seed", "seed of the match; the seeds of all cells are the same, so that differences are paired")
            .whole("", CellRow::seed)
            .column("us_score", "what the US scored")
            .decimal(DECIMALS, POINTS, CellRow::usScore)
            .column("cn_score", "what China scored")
            .decimal(DECIMALS, POINTS, CellRow::cnScore)
            .build();
}
