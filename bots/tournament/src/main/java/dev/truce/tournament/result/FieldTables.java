package dev.truce.tournament.result;

import static dev.truce.tournament.result.Column.decimal;
import static dev.truce.tournament.result.Column.text;
import static dev.truce.tournament.result.Column.whole;

import dev.truce.engine.board.Side;
import dev.truce.tournament.plan.Format;
import dev.truce.tournament.stats.BradleyTerry;
import dev.truce.tournament.stats.Estimate;
import dev.truce.tournament.stats.Evolution;
import dev.truce.tournament.stats.PayoffMatrix;
import dev.truce.tournament.stats.RelativeGame;
import dev.truce.tournament.stats.Scores;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tables about the field as a whole: who replies best to whom, and who would be left. */
public final class FieldTables {
    /** What bots score against each other. */
    public static final ResultTable PAYOFFS = new ResultTable(
            "payoffs",
            List.of(
                    text("bot", "name of a bot"),
                    text("against", "name of the bot that it met"),
                    whole("pairs", "pairs", "pairs that count"),
                    decimal("as_us", "points", "its mean score as the US"),
                    decimal("as_us_low", "points", FinalTables.LOWER),
                    decimal("as_us_high", "points", FinalTables.UPPER),
                    decimal("as_cn", "points", "its mean score as China"),
                    decimal("as_cn_low", "points", FinalTables.LOWER),
                    decimal("as_cn_high", "points", FinalTables.UPPER),
                    decimal("score", "points", "mean of both"),
                    decimal(
                            "low",
                            "points",
                            "lower end of the 95 % interval of score; empty if there are too few pairs"),
                    decimal("high", "points", "upper end"),
                    text("basis", "how the interval was found: bootstrap, student, all-alike or too-few")));

    /** Strengths by wins alone. */
    public static final ResultTable RATINGS = new ResultTable(
            "ratings",
            List.of(
                    text("bot", "name of the bot"),
                    text("seat", "US or CN"),
                    decimal("wins", "matches", "matches won in this seat; one level within half a point counts half"),
                    whole("matches", "matches", "matches in this seat that count"),
                    decimal(
                            "strength",
                            "logits",
                            "Bradley-Terry strength in this seat, mean over all bots and seats 0"),
                    text(
                            "helped",
                            "yes if strengths are finite only because of an added win and loss for everybody, else"
                                    + " no")));

    /** What the payoffs say about a field of these bots. */
    public static final ResultTable METAGAME = new ResultTable(
            "metagame",
            List.of(
                    text("bot", "name of the bot"),
                    decimal("self_as_us", "points", "its mean score as the US against itself"),
                    decimal("self_as_cn", "points", "its mean score as China against itself"),
                    decimal("nash", "share", "its share in the Nash mixture of the game in which only the lead counts"),
                    decimal("lead", "points", "its lead against that mixture, at most 0"),
                    decimal("replicator", "share", "its share at the end of replicator dynamics from equal shares"),
                    decimal(
                            "moran",
                            "share",
                            "share of 1,000 Moran fields, 4 of each bot at the start, that it takes over"),
                    text(
                            "best_us",
                            "best replies to it in the US seat: all within half a point, with a blank between two"),
                    text("best_cn", "best replies to it in the Chinese seat"),
                    decimal(
                            "exploited_us",
                            "points",
                            "how much more the best reply in the US seat scores against it than itself"),
                    decimal("exploited_cn", "points", "the same for the Chinese seat"),
                    text(
                            "equilibrium",
                            "yes if it is within half a point of a best reply to itself in both seats, else no")));

    private static final double TOLERANCE = .5;
    private static final int COPIES = 4;
    private static final int FIELDS = 1000;

    private final Scores scores;

    FieldTables(Scores scores) {
        this.scores = scores;
    }

    /** Returns the tables that a tournament of a format has; the last only if everybody met everybody and itself. */
    public static List<ResultTable> of(Format format, boolean self) {
        boolean isWhole = format.needsSelf() || (format == Format.RR && self);
        return isWhole ? List.of(PAYOFFS, RATINGS, METAGAME) : List.of(PAYOFFS, RATINGS);
    }

    /** Returns their rows. */
    Map<ResultTable, List<List<String>>> rows(Format format, boolean self) {
        Map<ResultTable, List<List<String>>> tables = new LinkedHashMap<>();
        tables.put(PAYOFFS, payoffs());
        tables.put(RATINGS, ratings());
        if (of(format, self).contains(METAGAME)) {
            tables.put(METAGAME, scores.pairs() == 0 || !isWhole() ? List.of() : metagame());
        }
        return tables;
    }

    private boolean isWhole() {
        for (int i = 0; i < scores.bots(); i++) {
            for (int j = 0; j < scores.bots(); j++) {
                if (scores.against(i, j).length == 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private List<List<String>> payoffs() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < scores.bots(); i++) {
            for (int j = 0; j < scores.bots(); j++) {
                double[] both = scores.against(i, j);
                if (both.length > 0) {
                    Estimate estimate = Estimate.of(both);
                    List<String> row = new ArrayList<>(List.of(name(i), name(j), Integer.toString(both.length)));
                    add(row, Estimate.of(scores.against(Side.US, i, j)));
                    add(row, Estimate.of(scores.against(Side.CN, i, j)));
                    add(row, estimate);
                    row.add(estimate.basis().word());
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static void add(List<String> row, Estimate estimate) {
        row.add(points(estimate.mean()));
        row.add(estimate.isTooFew() ? "" : points(estimate.low()));
        row.add(estimate.isTooFew() ? "" : points(estimate.high()));
    }

    private List<List<String>> ratings() {
        double[][] wins = BradleyTerry.winsBySeat(scores);
        BradleyTerry fit = BradleyTerry.fit(wins);
        int n = scores.bots();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 2 * n; i++) {
            double won = 0;
            double met = 0;
            for (int j = 0; j < 2 * n; j++) {
                won += wins[i][j];
                met += wins[i][j] + wins[j][i];
            }
            rows.add(List.of(
                    name(i % n),
                    (i < n ? Side.US : Side.CN).name(),
                    Decimals.of(won, 1),
                    Long.toString(Math.round(met)),
                    points(fit.strengths()[i]),
                    fit.isHelped() ? "yes" : "no"));
        }
        return rows;
    }

    private List<List<String>> metagame() {
        PayoffMatrix payoffs = PayoffMatrix.of(scores);
        double[][] both = payoffs.both();
        RelativeGame game = RelativeGame.of(both);
        double[] replicator = Evolution.replicator(both);
        double[] moran = Evolution.moran(both, COPIES, FIELDS, 1);
        List<List<String>> rows = new ArrayList<>();
        for (int bot = 0; bot < scores.bots(); bot++) {
            List<Integer> us = payoffs.bestReplies(Side.US, bot, TOLERANCE);
            List<Integer> cn = payoffs.bestReplies(Side.CN, bot, TOLERANCE);
            rows.add(List.of(
                    name(bot),
                    points(payoffs.of(Side.US, bot, bot)),
                    points(payoffs.of(Side.CN, bot, bot)),
                    points(game.mixture()[bot]),
                    points(game.leads()[bot]),
                    points(replicator[bot]),
                    points(moran[bot]),
                    names(us),
                    names(cn),
                    points(payoffs.exploitability(Side.US, bot)),
                    points(payoffs.exploitability(Side.CN, bot)),
                    us.contains(bot) && cn.contains(bot) ? "yes" : "no"));
        }
        return rows;
    }

    private String name(int bot) {
        return scores.names().get(bot);
    }

    private String names(List<Integer> bots) {
        return String.join(" ", bots.stream().map(this::name).toList());
    }

    private static String points(double points) {
        return Decimals.of(points, 4);
    }
}
