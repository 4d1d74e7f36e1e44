package dev.truce.tournament.row;

import dev.truce.engine.board.Side;
import dev.truce.tournament.stats.Estimate;
import dev.truce.tournament.table.ResultTable;

/**
 * What the best response that was found gains against a bot, or against a mixture of bots.
 *
 * @param against name of the bot, or {@link #MIXTURE}
 * @param weight its probability
 * @param seat the seat of the response
 * @param by what was searched
 * @param budget matches of the search
 * @param found what the response scores
 * @param self what the bot scores there in place of the response
 * @param gain the difference
 * @param seeds of the matches
 */
public record OracleRow(
        String against,
        double weight,
        Side seat,
        String by,
        int budget,
        double found,
        double self,
        Estimate gain,
        Seeds seeds) {
    /** Stands for all bots together. */
    public static final String MIXTURE = "mixture";

    private static final String POINTS = "points";

    /**
     * Ranges of seeds.
     *
     * @param train of the search
     * @param choice of the choice among what it found
     * @param test of the measurement
     */
    public record Seeds(String train, String choice, String test) {}

    /** One row for each bot that is responded to; with several, one for the mixture. */
    public static final ResultTable<OracleRow> TABLE = ResultTable.<OracleRow>named("oracle")
            .column("against", "the bot that is responded to, in the other seat; mixture for all of them")
            .text(OracleRow::against)
            .column("weight", "its probability in the mixture")
            .decimal(6, "", OracleRow::weight)
            .column("seat", "seat of the response, US or CN")
            .text(row -> row.seat.name())
            .column("by", "what was searched: table or search")
            .text(OracleRow::by)
            .column("budget", "most matches of the search")
            .whole("matches", OracleRow::budget)
            .column("found_score", "what the best response that was found scores, on fresh seeds")
            .decimal(4, POINTS, OracleRow::found)
            .column("self_score", "what the mixture scores in that seat on the same seeds")
            .decimal(4, POINTS, OracleRow::self)
            .column(
                    "gain",
                    "the first less the second: a lower bound of the exploitability of the bot by this seat, since a better"
                            + " response may exist")
            .estimate(4, POINTS, OracleRow::gain)
            .column("seeds_train", "seeds on which the response was found")
            .text(row -> row.seeds.train())
            .column("seeds_choice", "seeds on which it was chosen")
            .text(row -> row.seeds.choice())
            .column("seeds_test", "seeds on which it was measured, which nothing before has seen")
            .text(row -> row.seeds.test())
            .build();
}
