package dev.truce.tournament.row;

import dev.truce.engine.agreement.Offer;
import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.board.BySide;
import dev.truce.tournament.run.PlayedMatch;
import dev.truce.tournament.table.ResultTable;
import java.util.Locale;

/**
 * An offer.
 *
 * @param match the match
 * @param offer what was offered, and how that ended
 * @param terms in notation
 * @param gain what it would be worth to each side
 */
public record OfferRow(PlayedMatch match, Offer offer, String terms, BySide<Double> gain) {
    private static final String POINTS = "points a round";

    /** One row for each offer of each match. */
    public static final ResultTable<OfferRow> TABLE = MatchRow.key(
                    ResultTable.<OfferRow>named("offers"), row -> MatchRow.Key.of(row.match))
            .column("round", "number of the round in which it was made, from 1")
            .whole("", row -> row.offer.made())
            .column("side", "US or CN: who made it")
            .text(row -> row.offer.maker().name())
            .column("id", "its name, as in the table of moves")
            .text(row -> row.offer.id().toString())
            .column("terms", "what it would put into force, as in records")
            .text(OfferRow::terms)
            .column("answers", "name of the offer that it counters, or empty")
            .text(OfferRow::answers)
            .column(
                    "outcome",
                    "entered, lapsed (accepted, then sunk by the deeds of the round), superseded (accepted, but the"
                            + " other side's counted), countered, refused, withdrawn or expired")
            .text(row -> row.offer.status().name().toLowerCase(Locale.ROOT))
            .column(
                    "gain_us",
                    "what its clauses would be worth to the US beside those that bind in the round, by the worth of"
                            + " clauses that the reference bots reckon with and by the true red lines")
            .decimal(4, POINTS, row -> row.gain.us())
            .column("gain_cn", "the same for China")
            .decimal(4, POINTS, row -> row.gain.cn())
            .build();

    private String answers() {
        OfferId countered = offer.answers();
        return countered == null ? "" : countered.toString();
    }
}
