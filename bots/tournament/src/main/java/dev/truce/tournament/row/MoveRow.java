package dev.truce.tournament.row;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.report.SideReport;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.Done;
import dev.truce.match.record.RecordedRound;
import dev.truce.tournament.run.PlayedMatch;
import dev.truce.tournament.table.ResultTable;

/**
 * What a seat did in a round.
 *
 * @param match the match
 * @param report the truth about the round
 * @param side its side
 * @param orders in notation
 * @param offered name of the offer that it made, or empty
 * @param accepted name of the offer that it accepted, or empty
 */
public record MoveRow(
        PlayedMatch match, RoundReport report, Side side, String orders, String offered, String accepted) {
    private static final String ESCALATION = "points of escalation";
    private static final String FRACTION = "fraction";

    /** One row for each seat in each round of each match. */
    public static final ResultTable<MoveRow> TABLE = MatchRow.key(
                    ResultTable.<MoveRow>named("moves"), row -> MatchRow.Key.of(row.match))
            .column("round", "number of the round, from 1")
            .whole("", row -> row.report.round())
            .column("side", "US or CN")
            .text(row -> row.side.name())
            .column("bot", "name of the bot")
            .text(MoveRow::bot)
            .column("orders", "its orders as in the rulebook, or HOLD")
            .text(MoveRow::orders)
            .column("offered", "name of the offer that it made in the round, or empty; the record has the terms")
            .text(MoveRow::offered)
            .column("accepted", "name of the offer that it accepted, or empty")
            .text(MoveRow::accepted)
            .column("notice", "1 if it gave notice to leave the treaty, else 0")
            .flag(row -> row.own().notice())
            .column("points", "its points of the round")
            .decimal(6, "points", row -> row.own().points().total())
            .column("escalation", "how hard it pressed, A")
            .decimal(6, ESCALATION, row -> row.own().escalation())
            .column("public_escalation", "the part of it that everybody sees, Ap")
            .decimal(6, ESCALATION, row -> row.own().publicEscalation())
            .column("compliance", "how well it kept its covert clauses, c")
            .decimal(6, FRACTION, row -> row.own().compliance())
            .column("breach", "severity of an unjustified public breach, 0 if there was none")
            .decimal(6, FRACTION, row -> row.own().severity())
            .column("caught", "1 if it was caught, false alarms included, else 0")
            .flag(row -> row.own().caught())
            .column("really_caught", "1 if it was caught and really was short, else 0")
            .flag(row -> row.own().reallyCaught())
            .column("reputation", "its reputation after the round")
            .decimal(6, FRACTION, row -> row.own().reputation())
            .build();

    /** Returns the row of a seat in a round. */
    public static MoveRow of(PlayedMatch match, RoundReport report, RecordedRound round, Side side, String orders) {
        String offered = "";
        String accepted = "";
        for (Done done : round.closed().deeds()) {
            if (done.side() == side && done.deed() instanceof Deed.MakeOffer) {
                offered = new OfferId(side, match.record().offersMade(side, round.round())).toString();
            } else if (done.side() == side && done.deed() instanceof Deed.Accept accept) {
                accepted = accept.offer().toString();
            }
        }
        return new MoveRow(match, report, side, orders, offered, accepted);
    }

    private SideReport own() {
        return report.side(side);
    }

    private String bot() {
        return BySide.pick(
                side,
                match.record().recordTitle().usName(),
                match.record().recordTitle().cnName());
    }
}
