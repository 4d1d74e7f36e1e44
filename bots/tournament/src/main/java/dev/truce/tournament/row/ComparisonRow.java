package dev.truce.tournament.row;

import dev.truce.tournament.stats.Comparison;
import dev.truce.tournament.stats.Estimate;
import dev.truce.tournament.table.ResultTable;
import java.util.function.Function;

/**
 * Two bots compared.
 *
 * @param first name of a bot
 * @param second name of the other
 * @param comparison how much more the first scored
 */
public record ComparisonRow(String first, String second, Comparison comparison) {
    private static final int POINTS = 4;
    private static final int LEVEL = 6;

    /** One row for every two bots. */
    public static final ResultTable<ComparisonRow> TABLE = verdict(
                    ResultTable.<ComparisonRow>named("comparisons")
                            .column("first", "name of a bot")
                            .text(ComparisonRow::first)
                            .column("second", "name of another")
                            .text(ComparisonRow::second)
                            .column(
                                    "values",
                                    "independent values: blocks of pairs against the same field, or their own pairs")
                            .whole("", row -> row.difference().pairs())
                            .where(row -> row.difference().pairs() > 0)
                            .column("difference", "how much more the first scored; empty if they cannot be compared")
                            .decimal(POINTS, "points", row -> row.difference().mean())
                            .where(row -> true)
                            .mainInterval("", "values", POINTS, "points", ComparisonRow::difference),
                    "level of the paired test by itself",
                    "comparisons",
                    ComparisonRow::comparison)
            .build();

    private Estimate difference() {
        return comparison.difference();
    }

    /** Adds the levels of a test and what they say. */
    static <T> ResultTable.Builder<T> verdict(
            ResultTable.Builder<T> table, String level, String all, Function<T, Comparison> of) {
        return table.where(row -> !of.apply(row).difference().isTooFew())
                .column("level", level)
                .decimal(LEVEL, "", row -> of.apply(row).level())
                .column("level_holm", "the same, corrected for all " + all + " by Holm")
                .decimal(LEVEL, "", row -> of.apply(row).corrected())
                .where(row -> true)
                .column(
                        "verdict",
                        "first, second, not-separable, too-few, or no-place if the model of one of them answered too rarely")
                .text(row -> of.apply(row).verdict().word());
    }
}
