package dev.truce.tournament.row;

import dev.truce.engine.board.BySide;
import dev.truce.tournament.table.ResultTable;
import java.util.List;

/**
 * What the payoffs say about a bot in a field of all bots.
 *
 * @param bot its name
 * @param self its score in each seat against itself
 * @param nash its share in the mixture of the game in which only the lead counts
 * @param lead its lead against that mixture
 * @param replicator its share at the end of replicator dynamics
 * @param moran share of Moran fields that it takes over
 * @param bestReplies best replies to it, by the seat of the one who replies
 * @param exploited how much more the best reply scores against it than itself, by the same seat
 * @param isEquilibrium whether it is about a best reply to itself in both seats
 */
public record FieldRow(
        String bot,
        BySide<Double> self,
        double nash,
        double lead,
        double replicator,
        double moran,
        BySide<List<String>> bestReplies,
        BySide<Double> exploited,
        boolean isEquilibrium) {
    private static final String POINTS = "points";
    private static final String SHARE = "share";

    /** One row for each bot. */
    public static final ResultTable<FieldRow> TABLE = ResultTable.<FieldRow>named("metagame")
            .column("bot", "name of the bot")
            .text(FieldRow::bot)
            .column("self_as_us", "its mean score as the US against itself")
            .decimal(4, POINTS, row -> row.self.us())
            .column("self_as_cn", "its mean score as China against itself")
            .decimal(4, POINTS, row -> row.self.cn())
            .column("nash", "its share in the Nash mixture of the game in which only the lead counts")
            .decimal(4, SHARE, FieldRow::nash)
            .column("lead", "its lead against that mixture, at most 0")
            .decimal(4, POINTS, FieldRow::lead)
            .column("replicator", "its share at the end of replicator dynamics from equal shares")
            .decimal(4, SHARE, FieldRow::replicator)
            .column("moran", "share of 1,000 Moran fields, 4 of each bot at the start, that it takes over")
            .decimal(4, SHARE, FieldRow::moran)
            .column("best_us", "best replies to it in the US seat: all within half a point, with a blank between two")
            .text(row -> String.join(" ", row.bestReplies.us()))
            .column("best_cn", "best replies to it in the Chinese seat")
            .text(row -> String.join(" ", row.bestReplies.cn()))
            .column("exploited_us", "how much more the best reply in the US seat scores against it than itself")
            .decimal(4, POINTS, row -> row.exploited.us())
            .column("exploited_cn", "the same for the Chinese seat")
            .decimal(4, POINTS, row -> row.exploited.cn())
            .column("equilibrium", "yes if it is within half a point of a best reply to itself in both seats, else no")
            .text(row -> row.isEquilibrium ? "yes" : "no")
            .build();
}
