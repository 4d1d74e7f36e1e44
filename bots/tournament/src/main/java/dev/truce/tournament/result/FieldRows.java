package dev.truce.tournament.result;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.tournament.row.FieldRow;
import dev.truce.tournament.row.PayoffRow;
import dev.truce.tournament.row.RatingRow;
import dev.truce.tournament.stats.BradleyTerry;
import dev.truce.tournament.stats.Estimate;
import dev.truce.tournament.stats.Evolution;
import dev.truce.tournament.stats.PayoffMatrix;
import dev.truce.tournament.stats.RelativeGame;
import dev.truce.tournament.stats.Scores;
import java.util.ArrayList;
import java.util.List;

/** Rows about the field as a whole: who replies best to whom, and who would be left. */
final class FieldRows {
    private static final double TOLERANCE = .5;
    private static final int COPIES = 4;
    private static final int FIELDS = 1000;

    private final Scores scores;

    FieldRows(Scores scores) {
        this.scores = scores;
    }

    List<PayoffRow> payoffs() {
        List<PayoffRow> rows = new ArrayList<>();
        for (int i = 0; i < scores.bots(); i++) {
            for (int j = 0; j < scores.bots(); j++) {
                int bot = i;
                int other = j;
                double[] both = scores.against(bot, other);
                if (both.length > 0) {
                    rows.add(new PayoffRow(
                            name(bot),
                            name(other),
                            Estimate.of(both),
                            BySide.each(seat -> Estimate.of(scores.against(seat, bot, other)))));
                }
            }
        }
        return rows;
    }

    List<RatingRow> ratings() {
        double[][] wins = BradleyTerry.winsBySeat(scores);
        BradleyTerry fit = BradleyTerry.fit(wins);
        int n = scores.bots();
        List<RatingRow> rows = new ArrayList<>();
        for (int i = 0; i < 2 * n; i++) {
            double won = 0;
            double met = 0;
            for (int j = 0; j < 2 * n; j++) {
                won += wins[i][j];
                met += wins[i][j] + wins[j][i];
            }
            rows.add(new RatingRow(
                    name(i % n), i < n ? Side.US : Side.CN, won, Math.round(met), fit.strengths()[i], fit.isHelped()));
        }
        return rows;
    }

    /** Returns a row for each bot; none if some did not meet. */
    List<FieldRow> metagame() {
        if (!scores.isWhole()) {
            return List.of();
        }
        PayoffMatrix payoffs = PayoffMatrix.of(scores);
        double[][] both = payoffs.both();
        RelativeGame game = RelativeGame.of(both);
        double[] replicator = Evolution.replicator(both);
        double[] moran = Evolution.moran(both, COPIES, FIELDS, 1);
        List<FieldRow> rows = new ArrayList<>();
        for (int i = 0; i < scores.bots(); i++) {
            int bot = i;
            BySide<List<Integer>> best = BySide.each(seat -> payoffs.bestReplies(seat, bot, TOLERANCE));
            rows.add(new FieldRow(
                    name(bot),
                    BySide.each(seat -> payoffs.of(seat, bot, bot)),
                    game.mixture()[bot],
                    game.leads()[bot],
                    replicator[bot],
                    moran[bot],
                    best.map(bots -> bots.stream().map(this::name).toList()),
                    BySide.each(seat -> payoffs.exploitability(seat, bot)),
                    best.us().contains(bot) && best.cn().contains(bot)));
        }
        return rows;
    }

    private String name(int bot) {
        return scores.names().get(bot);
    }
}
