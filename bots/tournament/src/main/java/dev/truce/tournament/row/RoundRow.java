package dev.truce.tournament.row;

import dev.truce.engine.report.EconomyReport;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.report.RoundReport;
import dev.truce.tournament.run.PlayedMatch;
import dev.truce.tournament.table.ResultTable;

/**
 * A round of a match.
 *
 * @param match the match
 * @param report the truth about the round
 * @param displayedTariff headline tariff after it, basis points
 * @param link of the record after it
 */
public record RoundRow(PlayedMatch match, RoundReport report, int displayedTariff, String link) {
    private static final String FRACTION = "fraction";

    /** One row for each round of each match. */
    public static final ResultTable<RoundRow> TABLE = MatchRow.key(
                    ResultTable.<RoundRow>named("rounds"), row -> MatchRow.Key.of(row.match))
            .column("round", "number of the round, from 1")
            .whole("", row -> row.report.round())
            .column("displayed_tariff_basis_points", "headline US tariff on Chinese goods")
            .whole("basis points", RoundRow::displayedTariff)
            .column("us_wedge", "mean US duty on Chinese goods, weighted by imports of 2024")
            .decimal(6, FRACTION, row -> row.economy().usWedge())
            .column("cn_wedge", "mean Chinese duty on US goods, weighted in the same way")
            .decimal(6, FRACTION, row -> row.economy().cnWedge())
            .column("us_from_cn", "US goods imports from China")
            .decimal(4, "bn dollars a quarter", row -> row.economy().usFromCn())
            .column("cn_from_us", "Chinese goods imports from the US")
            .decimal(4, "bn dollars a quarter", row -> row.economy().cnFromUs())
            .column("soy", "Chinese purchases of US soya")
            .decimal(4, "million tonnes a quarter", row -> row.economy().soyMmt())
            .column("us_income", "US real income against 2024")
            .decimal(6, FRACTION, row -> row.economy().usIncome())
            .column("cn_income", "Chinese real income against 2024")
            .decimal(6, FRACTION, row -> row.economy().cnIncome())
            .column("rare_earths", "availability of rare earths in the US")
            .decimal(6, FRACTION, row -> row.economy().rareEarths())
            .column("chips", "availability of chips in China")
            .decimal(6, FRACTION, row -> row.economy().chips())
            .column("tension", "tension after the round")
            .decimal(6, "points of tension", row -> row.report.tension())
            .column("depth_kept", "the smaller of the two depths kept, Dk")
            .decimal(6, "depth", row -> row.report.depthKept())
            .column("treaty_change", "what happened to the treaty at the end of the round")
            .text(row -> row.report.change().name())
            .column("ratification", "what happened to what was signed in the round")
            .text(row -> row.report.ratification().outcome().name())
            .column("events", "what chance and the calendar did, with a blank between two")
            .text(RoundRow::events)
            .column("draws", "random numbers that the round drew")
            .whole("", row -> row.report.draws())
            .column("link", "hash chain after the round, its first 16 digits")
            .text(RoundRow::link)
            .build();

    private EconomyReport economy() {
        return report.economy();
    }

    private CharSequence events() {
        StringBuilder words = new StringBuilder();
        for (RoundEvent event : report.events()) {
            words.append(words.isEmpty() ? "" : " ").append(event.name());
        }
        return words;
    }
}
