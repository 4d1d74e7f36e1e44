package dev.truce.tournament.result;

import dev.truce.engine.board.Side;
import dev.truce.tournament.plan.Format;
import dev.truce.tournament.plan.Scoreboard;
import dev.truce.tournament.plan.TournamentPlan;
import dev.truce.tournament.run.SeatEnding;
import dev.truce.tournament.stats.Comparison;
import dev.truce.tournament.stats.Estimate;
import dev.truce.tournament.stats.Field;
import dev.truce.tournament.stats.Frontier;
import dev.truce.tournament.stats.Pentanomial;
import dev.truce.tournament.stats.ScoredPair;
import dev.truce.tournament.stats.Scores;
import dev.truce.tournament.stats.Sprt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Everything that follows from the file of matches alone, so that anybody can work it out again from there. */
public final class Reckoning {
    private static final int POINTS = 4;
    private static final int LEVEL = 6;

    private final List<String> names;
    private final TournamentSettings settings;
    private final TournamentPlan plan;
    private final Scores scores;
    private final Scoreboard board;
    private final List<BotTotals> totals = new ArrayList<>();
    private final Field field;
    private final List<Comparison> comparisons;

    private Reckoning(Path folder, List<String> names, TournamentSettings settings)
            throws IOException, ResultException {
        this.names = List.copyOf(names);
        this.settings = settings;
        this.plan = settings.plan();
        this.scores = new Scores(names);
        this.board = new Scoreboard(names.size());
        boolean isBlocked = settings.format() != Format.SWISS && settings.format() != Format.KNOCKOUT;
        for (int i = 0; i < names.size(); i++) {
            totals.add(new BotTotals(isBlocked));
        }
        MatchReader.read(folder, names, (one, two, scored) -> {
            scores.add(scored);
            add(board, scored);
            totals.get(scored.first()).begin(names.get(scored.second()));
            if (scored.first() != scored.second()) {
                totals.get(scored.second()).begin(names.get(scored.first()));
            }
            for (List<String> row : List.of(one, two)) {
                totals.get(names.indexOf(MatchReader.cell(row, "us_bot"))).add(row, "us_");
                totals.get(names.indexOf(MatchReader.cell(row, "cn_bot"))).add(row, "cn_");
            }
        });
        this.field = new Field(scores);
        this.comparisons = Comparison.all(field, names.size());
    }

    /**
     * Reads the matches of a folder.
     *
     * @param names of the bots, by the indices of the plan
     * @param settings what was played
     */
    public static Reckoning of(Path folder, List<String> names, TournamentSettings settings)
            throws IOException, ResultException {
        return new Reckoning(folder, names, settings);
    }

    /** Adds a pair to a board, unless it is void. */
    public static void add(Scoreboard board, ScoredPair pair) {
        if (!pair.isVoid()) {
            board.add(
                    pair.stage(),
                    pair.first(),
                    pair.second(),
                    (long) pair.firstAsUs() + pair.firstAsCn(),
                    (long) pair.secondAsUs() + pair.secondAsCn());
        }
    }

    /** Returns the scores. */
    public Scores scores() {
        return scores;
    }

    /** Returns every two bots compared. */
    public List<Comparison> comparisons() {
        return comparisons;
    }

    /** Returns the rows of each table; which there are depends on the settings. */
    public Map<ResultTable, List<List<String>>> tables() {
        Map<ResultTable, List<List<String>>> tables = new LinkedHashMap<>();
        tables.put(FinalTables.STANDINGS, standings());
        tables.put(FinalTables.CROSSTABLE, crosstable());
        tables.put(FinalTables.COMPARISONS, comparisonRows());
        tables.putAll(new FieldTables(scores).rows(settings.format(), settings.self()));
        if (!settings.sprt().isEmpty()) {
            tables.put(FinalTables.SPRT, List.of(sprt()));
        }
        tables.put(FinalTables.COLUMNS, dictionary(tables));
        return tables;
    }

    /** Writes all tables into a folder. */
    public void write(Path folder) throws IOException {
        for (Map.Entry<ResultTable, List<List<String>>> entry : tables().entrySet()) {
            ResultFolder.write(folder.resolve(entry.getKey().name() + ".csv"), text(entry.getKey(), entry.getValue()));
        }
    }

    /** Returns a table as its file has it. */
    static String text(ResultTable table, List<List<String>> rows) {
        StringBuilder text = new StringBuilder(table.header());
        for (List<String> row : rows) {
            table.csv(row, text);
        }
        return text.toString();
    }

    private List<List<String>> standings() {
        List<List<String>> rows = new ArrayList<>();
        Frontier frontier = frontier();
        double[] distances = distances(-1);
        List<double[]> without = new ArrayList<>();
        for (int block = 0; block < blocks(); block++) {
            without.add(distances(block));
        }
        List<Integer> ranking = plan.ranking(board);
        for (int place = 0; place < ranking.size(); place++) {
            int bot = ranking.get(place);
            BotTotals total = totals.get(bot);
            Estimate score = Estimate.of(field.payoffs(bot));
            double mean = board.mean(bot);
            List<String> row = new ArrayList<>(List.of(
                    Integer.toString(place + 1), names.get(bot), Long.toString(total.matches() / 2), points(mean)));
            interval(row, score);
            row.add(Integer.toString(score.pairs()));
            for (Side seat : Side.values()) {
                Estimate inSeat = Estimate.of(field.payoffs(seat, bot));
                estimate(row, inSeat, POINTS);
            }
            estimate(row, total.joint(), POINTS);
            clean(row, bot);
            row.add(levelWith(bot));
            estimate(row, total.depth(), LEVEL);
            estimate(row, total.escalation(), LEVEL);
            estimate(row, total.breachRate(), POINTS);
            estimate(row, total.catchRate(), POINTS);
            estimate(
                    row,
                    Estimate.jackknifed(
                                    distances[bot],
                                    without.stream()
                                            .mapToDouble(each -> each[bot])
                                            .toArray())
                            .within(0, Double.MAX_VALUE)
                            .at(frontier.distance(mean, 2 * total.joint().mean() - mean)),
                    POINTS);
            for (SeatEnding ending : SeatEnding.values()) {
                row.add(Long.toString(total.endings(ending)));
            }
            rows.add(row);
        }
        return rows;
    }

    /** Score over pairs in which nobody got anything wrong, and their number. */
    private void clean(List<String> row, int bot) {
        double sum = 0;
        List<Double> values = new ArrayList<>();
        for (int place = 0; place < scores.pairs(); place++) {
            ScoredPair pair = scores.pair(place);
            if (pair.isClean() && (pair.first() == bot || pair.second() == bot)) {
                // In a pair against itself it has two scores, of which the mean counts.
                double ofBot = pair.first() == bot ? pair.ofFirst() : pair.ofSecond();
                ofBot += pair.second() == bot ? pair.ofSecond() : pair.ofFirst();
                sum += ofBot;
                values.add(ofBot / 2);
            }
        }
        Estimate clean =
                Estimate.of(values.stream().mapToDouble(Double::doubleValue).toArray());
        row.add(values.isEmpty() ? "" : points(sum / 2 / values.size()));
        row.addAll(List.of(low(clean), high(clean), Integer.toString(values.size())));
    }

    private Frontier frontier() {
        List<double[]> points = new ArrayList<>();
        int stage = 0;
        for (List<Scoreboard.Result> some = board.stage(stage); !some.isEmpty(); some = board.stage(++stage)) {
            for (Scoreboard.Result result : some) {
                points.add(new double[] {result.ofFirst(), result.ofSecond()});
                points.add(new double[] {result.ofSecond(), result.ofFirst()});
            }
        }
        return Frontier.of(points);
    }

    /** Returns how many blocks all fixtures have; 0 if they have unequally many pairs, so that the frontier has no interval. */
    private int blocks() {
        int blocks = -1;
        for (int[] fixture : scores.fixtures()) {
            int pairs = scores.pairs(fixture[0], fixture[1]);
            if (blocks >= 0 && blocks != pairs) {
                return 0;
            }
            blocks = pairs;
        }
        return blocks < 2 ? 0 : blocks;
    }

    /**
     * Returns how far each bot lies below the frontier of all fixtures.
     *
     * @param left block that is left out, or -1 for none
     */
    private double[] distances(int left) {
        List<double[]> points = new ArrayList<>();
        double[] own = new double[names.size()];
        double[] others = new double[names.size()];
        double[] pairs = new double[names.size()];
        for (int[] fixture : scores.fixtures()) {
            int[] places = scores.places(fixture[0], fixture[1]);
            double first = 0;
            double second = 0;
            for (int block = 0; block < places.length; block++) {
                if (block != left) {
                    ScoredPair pair = scores.pair(places[block]);
                    first += pair.ofFirst();
                    second += pair.ofSecond();
                }
            }
            int count = places.length - (left < 0 ? 0 : 1);
            points.add(new double[] {first / count, second / count});
            points.add(new double[] {second / count, first / count});
            boolean isSelf = fixture[0] == fixture[1];
            for (int seat = 0; seat < 2; seat++) {
                // A pair against itself counts once, with the mean of its two scores.
                double weight = isSelf ? .5 : 1;
                own[fixture[seat]] += weight * (seat == 0 ? first : second);
                others[fixture[seat]] += weight * (seat == 0 ? second : first);
                pairs[fixture[seat]] += weight * count;
            }
        }
        Frontier frontier = Frontier.of(points);
        double[] distances = new double[names.size()];
        for (int bot = 0; bot < distances.length; bot++) {
            distances[bot] = pairs[bot] == 0
                    ? frontier.distance(0, 0)
                    : frontier.distance(own[bot] / pairs[bot], others[bot] / pairs[bot]);
        }
        return distances;
    }

    private String levelWith(int bot) {
        List<String> level = new ArrayList<>();
        for (Comparison comparison : comparisons) {
            boolean isOpen = comparison.verdict() == Comparison.Verdict.NOT_SEPARABLE
                    || comparison.verdict() == Comparison.Verdict.TOO_FEW;
            if (isOpen && comparison.first() == bot) {
                level.add(names.get(comparison.second()));
            } else if (isOpen && comparison.second() == bot) {
                level.add(names.get(comparison.first()));
            }
        }
        level.sort(Comparator.naturalOrder());
        return String.join(" ", level);
    }

    private List<List<String>> crosstable() {
        List<int[]> fixtures = scores.fixtures();
        List<double[]> leads = new ArrayList<>();
        for (int[] fixture : fixtures) {
            int[] places = scores.places(fixture[0], fixture[1]);
            double[] lead = new double[places.length];
            for (int i = 0; i < lead.length; i++) {
                lead[i] = scores.pair(places[i]).lead();
            }
            leads.add(lead);
        }
        List<Comparison> compared = Comparison.of(fixtures, leads);
        List<List<String>> rows = new ArrayList<>();
        for (Comparison comparison : compared) {
            int first = comparison.first();
            int second = comparison.second();
            double[] sums = new double[4];
            int[] places = scores.places(first, second);
            for (int place : places) {
                ScoredPair pair = scores.pair(place);
                sums[0] += pair.firstAsUs();
                sums[1] += pair.firstAsCn();
                sums[2] += pair.secondAsUs();
                sums[3] += pair.secondAsCn();
            }
            double units = (double) Scoreboard.UNITS * places.length;
            Estimate ofFirst = Estimate.of(Arrays.stream(places)
                    .mapToDouble(place -> scores.pair(place).ofFirst())
                    .toArray());
            Estimate ofSecond = Estimate.of(Arrays.stream(places)
                    .mapToDouble(place -> scores.pair(place).ofSecond())
                    .toArray());
            List<String> row = new ArrayList<>(List.of(
                    names.get(first),
                    names.get(second),
                    Integer.toString(places.length),
                    points((sums[0] + sums[1]) / 2 / units),
                    low(ofFirst),
                    high(ofFirst),
                    points((sums[2] + sums[3]) / 2 / units),
                    low(ofSecond),
                    high(ofSecond),
                    points(comparison.difference().mean())));
            verdict(row, comparison);
            for (double sum : sums) {
                row.add(points(sum / units));
            }
            for (int count : Pentanomial.of(scores, first, second).counts()) {
                row.add(Integer.toString(count));
            }
            rows.add(row);
        }
        return rows;
    }

    private List<List<String>> comparisonRows() {
        List<List<String>> rows = new ArrayList<>();
        for (Comparison comparison : comparisons) {
            int values = comparison.difference().pairs();
            List<String> row = new ArrayList<>(List.of(
                    names.get(comparison.first()),
                    names.get(comparison.second()),
                    Integer.toString(values),
                    values == 0 ? "" : points(comparison.difference().mean())));
            verdict(row, comparison);
            rows.add(row);
        }
        return rows;
    }

    private static void verdict(List<String> row, Comparison comparison) {
        interval(row, comparison.difference());
        boolean isTooFew = comparison.difference().isTooFew();
        row.add(isTooFew ? "" : Decimals.of(comparison.level(), LEVEL));
        row.add(isTooFew ? "" : Decimals.of(comparison.corrected(), LEVEL));
        row.add(comparison.verdict().word());
    }

    private static void estimate(List<String> row, Estimate estimate, int decimals) {
        row.add(Decimals.of(estimate.mean(), decimals));
        row.add(estimate.isTooFew() ? "" : Decimals.of(estimate.low(), decimals));
        row.add(estimate.isTooFew() ? "" : Decimals.of(estimate.high(), decimals));
    }

    private static void interval(List<String> row, Estimate estimate) {
        row.addAll(List.of(low(estimate), high(estimate), estimate.basis().word()));
    }

    private static String low(Estimate estimate) {
        return estimate.isTooFew() ? "" : points(estimate.low());
    }

    private static String high(Estimate estimate) {
        return estimate.isTooFew() ? "" : points(estimate.high());
    }

    private static String points(double points) {
        return Decimals.of(points, POINTS);
    }

    private List<String> sprt() {
        Sprt test = Sprt.parse(settings.sprt());
        Sprt.Verdict verdict = Sprt.Verdict.GO_ON;
        for (int place = 0; place < scores.pairs() && verdict == Sprt.Verdict.GO_ON; place++) {
            verdict = test.add(scores.pair(place).lead());
        }
        return List.of(
                settings.sprt(),
                names.get(0),
                names.get(1),
                Integer.toString(test.pairs()),
                points(test.againstD0()),
                points(test.againstD1()),
                verdict.word());
    }

    private static List<List<String>> dictionary(Map<ResultTable, ?> made) {
        List<ResultTable> tables = new ArrayList<>(MatchTables.all());
        tables.addAll(made.keySet());
        tables.add(FinalTables.COLUMNS);
        List<List<String>> rows = new ArrayList<>();
        for (ResultTable table : tables) {
            for (Column column : table.columns()) {
                rows.add(List.of(
                        table.name(),
                        column.name(),
                        column.type().name().toLowerCase(Locale.ROOT),
                        column.unit(),
                        column.meaning()));
            }
        }
        return rows;
    }
}
