package dev.truce.tournament.row;

import dev.truce.engine.board.BySide;
import dev.truce.tournament.stats.Estimate;
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
        BySide<Estimate> self,
        Estimate nash,
        Estimate lead,
        Estimate replicator,
        Estimate moran,
        BySide<List<String>> bestReplies,
        BySide<Estimate> exploited,
        boolean isEquilibrium) {
    private static final String POINTS = "points";
    private static final String SHARE = "share";

    /** One row for each bot. */
    public static final ResultTable<FieldRow> TABLE = ResultTable.<FieldRow>named("metagame")
            .column("bot", "name of the bot")
            .text(FieldRow::bot)
            .column("self_as_us", "its mean score as the US against itself")
            .decimal(4, POINTS, row -> row.self.us().mean())
            .column("self_as_cn", "its mean score as China against itself")
            .decimal(4, POINTS, row -> row.self.cn().mean())
            .column("nash", "its share in the Nash mixture of the game in which only the lead counts")
            .decimal(4, SHARE, row -> row.nash.mean())
            .column("lead", "its lead against that mixture, at most 0")
            .decimal(4, POINTS, row -> row.lead.mean())
            .column("replicator", "its share at the end of replicator dynamics from equal shares")
            .decimal(4, SHARE, row -> row.replicator.mean())
            .column("moran", "share of 1,000 Moran fields, 4 of each bot at the start, that it takes over")
            .decimal(4, SHARE, row -> row.moran.mean())
            .column("best_us", "best replies to it in the US seat: all within half a point, with a blank between two")
            .text(row -> String.join(" ", row.bestReplies.us()))
            .column("best_cn", "best replies to it in the Chinese seat")
            .text(row -> String.join(" ", row.bestReplies.cn()))
            .column("exploited_us", "how much more the best reply in the US seat scores against it than itself")
            .decimal(4, POINTS, row -> row.exploited.us().mean())
            .column("exploited_cn", "the same for the Chinese seat")
            .decimal(4, POINTS, row -> row.exploited.cn().mean())
            .column("equilibrium", "yes if it is within half a point of a best reply to itself in both seats, else no")
            .text(row -> row.isEquilibrium ? "yes" : "no")
            .later(table -> table.interval("self_as_us", 4, POINTS, row -> row.self.us())
                    .interval("self_as_cn", 4, POINTS, row -> row.self.cn())
                    .interval("nash", 4, SHARE, FieldRow::nash)
                    .interval("lead", 4, POINTS, FieldRow::lead)
                    .interval("replicator", 4, SHARE, FieldRow::replicator)
                    .interval("moran", 4, SHARE, FieldRow::moran)
                    .interval("exploited_us", 4, POINTS, row -> row.exploited.us())
                    .interval("exploited_cn", 4, POINTS, row -> row.exploited.cn()))
            .build();
}
