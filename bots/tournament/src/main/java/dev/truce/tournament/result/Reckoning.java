package dev.truce.tournament.result;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.tournament.plan.Format;
import dev.truce.tournament.plan.Scoreboard;
import dev.truce.tournament.plan.TournamentPlan;
import dev.truce.tournament.row.ArenaRow;
import dev.truce.tournament.row.ComparisonRow;
import dev.truce.tournament.row.FixtureRow;
import dev.truce.tournament.row.MatchRow;
import dev.truce.tournament.row.SprtRow;
import dev.truce.tournament.row.StandingRow;
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
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** Everything that follows from the file of matches alone, so that anybody can work it out again from there. */
public final class Reckoning {
    private final List<String> names;
    private final TournamentSettings settings;
    private final TournamentPlan plan;
    private final Scores scores;
    private final Scoreboard board;
    private final List<BotTotals> totals = new ArrayList<>();
    private final Field field;
    /** Rounds in a hundred that a model may leave unanswered: above that the score is that of a bot which holds. */
    private static final double MAX_SILENCE = 3;

    /** How far apart two scores can be. */
    private static final double POINTS = 100;

    private final List<Comparison> comparisons;
    /** What models were asked; nothing if no model plays. */
    private final Optional<ArenaFigures> asked;
    /** Whether all fixtures have equally many pairs, so that their k-th pairs are a block. */
    private final boolean isBlocked;

    private Reckoning(Path folder, List<String> names, TournamentSettings settings)
            throws IOException, ResultException {
        this.names = List.copyOf(names);
        this.settings = settings;
        this.plan = settings.plan();
        this.scores = new Scores(names);
        this.board = new Scoreboard(names.size());
        this.isBlocked = settings.format() != Format.SWISS && settings.format() != Format.KNOCKOUT;
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
            for (MatchRow row : List.of(one, two)) {
                for (Side side : Side.values()) {
                    totals.get(names.indexOf(row.bots().of(side))).add(row, side);
                }
            }
        });
        this.asked = settings.hasModel() ? Optional.of(ArenaFigures.read(folder, names)) : Optional.empty();
        this.field = new Field(scores);
        this.comparisons = placed(
                settings.format() == Format.GAUNTLET
                        ? Comparison.ofFirst(field, names.size())
                        : Comparison.all(field, names.size()));
    }

    /** A bot whose model answered too rarely scores what holding scores: nothing follows from that. */
    private List<Comparison> placed(List<Comparison> figures) {
        return figures.stream()
                .map(each -> hasPlace(each.first()) && hasPlace(each.second()) ? each : each.withoutPlace())
                .toList();
    }

    private boolean hasPlace(int bot) {
        return totals.get(bot).silence() <= MAX_SILENCE;
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

    public TournamentTables tables() {
        FieldRows rows = new FieldRows(scores);
        boolean isOfField = settings.format().needsSelf() || (settings.format() == Format.RR && settings.self());
        return new TournamentTables(
                scores,
                standings(),
                fixtures(),
                comparisons(),
                rows.payoffs(),
                rows.ratings(),
                isOfField ? Optional.of(rows.metagame()) : Optional.empty(),
                sprt(),
                arena(),
                PairFiles.tables(settings));
    }

    /** Returns a row for each bot by tier; nothing if no model plays. */
    private List<ArenaRow> arena() {
        return asked.isEmpty() ? List.of() : Arena.rows(settings, names, standings(), comparisons, asked.get());
    }

    /** Returns a row for each bot: those with a place, by place, then those whose model answered too rarely. */
    public List<StandingRow> standings() {
        List<StandingRow> rows = new ArrayList<>();
        List<StandingRow> placeless = new ArrayList<>();
        Frontier frontier = frontier();
        double[] distances = distances(-1);
        List<double[]> without = new ArrayList<>();
        for (int block = 0; block < scores.blocks(); block++) {
            without.add(distances(block));
        }
        for (int bot : plan.ranking(board)) {
            BotTotals total = totals.get(bot);
            double mean = board.mean(bot);
            double[] leftOut = without.stream().mapToDouble(each -> each[bot]).toArray();
            Clean clean = clean(bot);
            boolean hasPlace = hasPlace(bot);
            (hasPlace ? rows : placeless)
                    .add(new StandingRow(
                            hasPlace ? rows.size() + 1 : 0,
                            names.get(bot),
                            total.matches() / 2,
                            Estimate.of(field.payoffs(bot)).at(mean),
                            BySide.each(seat -> Estimate.of(field.payoffs(seat, bot))),
                            clean.score(),
                            clean.pairs(),
                            levelWith(bot),
                            total.conduct(),
                            Estimate.jackknifed(distances[bot], leftOut)
                                    .within(0, Double.MAX_VALUE)
                                    .at(frontier.distance(
                                            mean, 2 * total.joint().mean() - mean)),
                            total.endings(),
                            total.silence()));
        }
        rows.addAll(placeless);
        return rows;
    }

    /**
     * What a bot scored in pairs in which no bot made a mistake.
     *
     * @param score its interval is over blocks of pairs, as that of the score over all pairs is
     */
    private record Clean(Estimate score, long pairs) {}

    private Clean clean(int bot) {
        List<double[]> blocks = new ArrayList<>();
        double sum = 0;
        long pairs = 0;
        for (int[] fixture : scores.fixtures()) {
            int[] places = fixture[0] == bot || fixture[1] == bot ? scores.places(fixture[0], fixture[1]) : new int[0];
            for (int k = 0; k < places.length; k++) {
                int block = isBlocked ? k : blocks.size();
                while (blocks.size() <= block) {
                    blocks.add(new double[2]);
                }
                ScoredPair pair = scores.pair(places[k]);
                if (pair.isClean()) {
                    // In a pair against itself it has two scores, of which the mean counts.
                    double ofBot = pair.first() == bot ? pair.ofFirst() : pair.ofSecond();
                    ofBot += pair.second() == bot ? pair.ofSecond() : pair.ofFirst();
                    blocks.get(block)[0] += ofBot / 2;
                    blocks.get(block)[1]++;
                    sum += ofBot / 2;
                    pairs++;
                }
            }
        }
        Estimate score = Estimate.ofRatio(
                blocks.stream().mapToDouble(each -> each[0]).toArray(),
                blocks.stream().mapToDouble(each -> each[1]).toArray(),
                POINTS);
        return new Clean(pairs == 0 ? score : score.at(sum / pairs), pairs);
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

    private List<String> levelWith(int bot) {
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
        return level;
    }

    /** Returns a row for each two bots that met. */
    public List<FixtureRow> fixtures() {
        List<int[]> fixtures = scores.fixtures();
        List<double[]> leads = fixtures.stream()
                .map(fixture -> values(fixture[0], fixture[1], ScoredPair::lead))
                .toList();
        return placed(Comparison.of(fixtures, leads)).stream()
                .map(this::fixture)
                .toList();
    }

    private FixtureRow fixture(Comparison lead) {
        int first = lead.first();
        int second = lead.second();
        double firstAsUs = sum(first, second, ScoredPair::firstAsUs);
        double firstAsCn = sum(first, second, ScoredPair::firstAsCn);
        double secondAsUs = sum(first, second, ScoredPair::secondAsUs);
        double secondAsCn = sum(first, second, ScoredPair::secondAsCn);
        double units = (double) Scoreboard.UNITS * scores.pairs(first, second);
        return new FixtureRow(
                names.get(first),
                names.get(second),
                Estimate.of(values(first, second, ScoredPair::ofFirst)).at((firstAsUs + firstAsCn) / 2 / units),
                Estimate.of(values(first, second, ScoredPair::ofSecond)).at((secondAsUs + secondAsCn) / 2 / units),
                lead,
                new BySide<>(firstAsUs / units, firstAsCn / units),
                new BySide<>(secondAsUs / units, secondAsCn / units),
                Pentanomial.of(scores, first, second));
    }

    private double[] values(int first, int second, ToDoubleFunction<ScoredPair> value) {
        return Arrays.stream(scores.places(first, second))
                .mapToDouble(place -> value.applyAsDouble(scores.pair(place)))
                .toArray();
    }

    /** Returns the sum of scores in whole ten thousandths, which is exact. */
    private double sum(int first, int second, ToLongFunction<ScoredPair> score) {
        return Arrays.stream(scores.places(first, second))
                .mapToLong(place -> score.applyAsLong(scores.pair(place)))
                .sum();
    }

    /** Returns a row for every two bots. */
    public List<ComparisonRow> comparisons() {
        return comparisons.stream()
                .map(each -> new ComparisonRow(names.get(each.first()), names.get(each.second()), each))
                .toList();
    }

    /** Returns what the sequential test came to; nothing if there was none. */
    private List<SprtRow> sprt() {
        if (settings.sprt().isEmpty()) {
            return List.of();
        }
        Sprt test = Sprt.parse(settings.sprt());
        Sprt.Verdict verdict = Sprt.Verdict.GO_ON;
        for (int place = 0; place < scores.pairs() && verdict == Sprt.Verdict.GO_ON; place++) {
            verdict = test.add(scores.pair(place).lead());
        }
        return List.of(new SprtRow(
                settings.sprt(),
                names.get(0),
                names.get(1),
                test.pairs(),
                test.againstD0(),
                test.againstD1(),
                verdict));
    }
}
