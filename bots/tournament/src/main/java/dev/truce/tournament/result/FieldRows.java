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
import dev.truce.tournament.stats.Resampled;
import dev.truce.tournament.stats.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Rows about the field as a whole: who replies best to whom, and who would be left. */
final class FieldRows {
    private static final double TOLERANCE = .5;
    private static final int COPIES = 4;
    private static final int FIELDS = 1000;

    /** Few, since there are many resamples; what their chance adds is taken away again. */
    private static final int FIELDS_OF_RESAMPLE = 50;

    private static final double SHARE = 1;
    private static final double POINTS = 100;

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
        Resampled resampled = Resampled.of(scores, (some, number) -> new double[][] {
            BradleyTerry.fit(BradleyTerry.winsBySeat(some), fit.isHelped()).strengths()
        });
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
                    name(i % n),
                    i < n ? Side.US : Side.CN,
                    won,
                    Math.round(met),
                    resampled.estimate(fit.strengths()[i], 0, i, 0),
                    fit.isHelped()));
        }
        return rows;
    }

    /** Figures of a field, in the order in which they are resampled. */
    private enum Kind {
        NASH,
        LEAD,
        REPLICATOR,
        MORAN,
        EXPLOITED_US,
        EXPLOITED_CN
    }

    private static double[][] figures(Scores scores, int fields, long seed) {
        PayoffMatrix payoffs = PayoffMatrix.of(scores);
        double[][] both = payoffs.both();
        RelativeGame game = RelativeGame.of(both);
        double[][] figures = new double[Kind.values().length][];
        figures[Kind.NASH.ordinal()] = game.mixture();
        figures[Kind.LEAD.ordinal()] = game.leads();
        figures[Kind.REPLICATOR.ordinal()] = Evolution.replicator(both);
        figures[Kind.MORAN.ordinal()] = Evolution.moran(both, COPIES, fields, seed);
        figures[Kind.EXPLOITED_US.ordinal()] = exploited(payoffs, Side.US);
        figures[Kind.EXPLOITED_CN.ordinal()] = exploited(payoffs, Side.CN);
        return figures;
    }

    private static double[] exploited(PayoffMatrix payoffs, Side seat) {
        return IntStream.range(0, payoffs.bots())
                .mapToDouble(bot -> payoffs.exploitability(seat, bot))
                .toArray();
    }

    /** Returns a row for each bot; none if some did not meet. */
    List<FieldRow> metagame() {
        if (!scores.isWhole()) {
            return List.of();
        }
        PayoffMatrix payoffs = PayoffMatrix.of(scores);
        double[][] figures = figures(scores, FIELDS, 1);
        Resampled resampled =
                Resampled.of(scores, (some, number) -> figures(some, FIELDS_OF_RESAMPLE, 1 + (number + 1L) * FIELDS));
        List<FieldRow> rows = new ArrayList<>();
        for (int i = 0; i < scores.bots(); i++) {
            int bot = i;
            ToDoubleFunction<Kind> whole = kind -> figures[kind.ordinal()][bot];
            BiFunction<Kind, Double, Estimate> estimate =
                    (kind, scale) -> resampled.estimate(whole.applyAsDouble(kind), kind.ordinal(), bot, scale);
            BySide<List<Integer>> best = BySide.each(seat -> payoffs.bestReplies(seat, bot, TOLERANCE));
            BySide<Kind> exploited = new BySide<>(Kind.EXPLOITED_US, Kind.EXPLOITED_CN);
            rows.add(new FieldRow(
                    name(bot),
                    BySide.each(seat -> Estimate.of(scores.against(seat, bot, bot))),
                    estimate.apply(Kind.NASH, SHARE).within(0, 1),
                    estimate.apply(Kind.LEAD, POINTS).within(-Double.MAX_VALUE, 0),
                    estimate.apply(Kind.REPLICATOR, SHARE).within(0, 1),
                    resampled.simulated(
                            whole.applyAsDouble(Kind.MORAN), Kind.MORAN.ordinal(), bot, FIELDS, FIELDS_OF_RESAMPLE),
                    best.map(bots -> bots.stream().map(this::name).toList()),
                    exploited.map(kind -> estimate.apply(kind, POINTS).within(0, Double.MAX_VALUE)),
                    best.us().contains(bot) && best.cn().contains(bot)));
        }
        return rows;
    }

    private String name(int bot) {
        return scores.names().get(bot);
    }
}
