package dev.truce.tournament;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.LegalLevels;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.InstrumentSpec;
import dev.truce.engine.state.MatchSetup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a level of an instrument is the best retaliation against everybody: generous tit for tat with the instrument forced
 * to each of its levels in hostile postures, against ten opponents that provoke it (agreements F).
 */
public final class RetaliationStudy {
    /** Those of the pool that provoke a reciprocator, so that retaliation matters. */
    private static final List<String> OPPONENTS =
            List.of("hawk", "pavlov", "opport", "dealer", "random", "brink", "choker", "audit", "bully", "salami");

    private static final double LEVEL = .05;

    private final List<OfInstrument> instruments;

    /**
     * How the levels of an instrument do.
     *
     * @param instrument which one
     * @param levels its levels that can be ordered, by ladder index
     * @param tokens what orders call these levels
     * @param start its level at the start; public ones are harsher above it, covert ones below
     * @param best for each opponent that is ever retaliated against, the level with the highest mean score
     * @param challenged for each level, how many opponents there are against which another level is better, paired by seed:
     *     Student's t at 5 %, one-sided, divided by the number of other levels and opponents
     */
    public record OfInstrument(
            Instrument instrument,
            List<Integer> levels,
            List<String> tokens,
            int start,
            Map<String, Integer> best,
            List<Integer> challenged) {
        /** Returns the levels that no opponent challenges. */
        public List<Integer> bestAgainstAll() {
            List<Integer> unchallenged = new ArrayList<>();
            for (int i = 0; i < challenged.size(); i++) {
                if (challenged.get(i) == 0) {
                    unchallenged.add(levels.get(i));
                }
            }
            return unchallenged;
        }

        /** Returns whether a level hurts more than the one of the start, so that ordering it is a retaliation. */
        public boolean isRetaliation(int level) {
            return instrument.isCovert() ? level < start : level > start;
        }

        /** Returns whether any level hurts more than the one of the start. */
        public boolean canRetaliate() {
            return levels.stream().anyMatch(this::isRetaliation);
        }

        /** Returns what orders call one of the levels. */
        public String token(int level) {
            return tokens.get(levels.indexOf(level));
        }

        /** Returns against how many opponents a level is best. */
        public int bestAgainst(int level) {
            return (int)
                    best.values().stream().filter(choice -> choice == level).count();
        }
    }

    private RetaliationStudy(List<OfInstrument> instruments) {
        this.instruments = List.copyOf(instruments);
    }

    /** Returns a study with these findings. */
    static RetaliationStudy of(List<OfInstrument> instruments) {
        return new RetaliationStudy(instruments);
    }

    /** Returns the findings, in instrument order. */
    public List<OfInstrument> instruments() {
        return instruments;
    }

    /** Returns how many opponents there are. */
    public static int opponents() {
        return OPPONENTS.size();
    }

    /**
     * Plays all games.
     *
     * @param first first seed
     * @param seeds how many, at least {@link Interval#LEAST}
     * @param progress told each time another of {@link #pieces} is done, by any thread
     */
    public static RetaliationStudy run(Rules rules, long first, int seeds, int threads, Runnable progress)
            throws InterruptedException {
        List<Workers.Piece<double[][]>> pieces = new ArrayList<>();
        List<List<Integer>> levels = new ArrayList<>();
        for (Instrument instrument : Instrument.all()) {
            List<Integer> orderable = orderable(rules, instrument);
            levels.add(orderable);
            for (int level : orderable) {
                pieces.add(duel -> {
                    double[][] scores = scores(duel, instrument, level, first, seeds);
                    progress.run();
                    return scores;
                });
            }
        }
        List<double[][]> scores = new Workers(threads).run(() -> new Duel(rules), pieces);
        List<OfInstrument> found = new ArrayList<>();
        int from = 0;
        for (Instrument instrument : Instrument.all()) {
            List<Integer> own = levels.get(instrument.ordinal());
            InstrumentSpec spec = rules.scenario().spec(instrument);
            found.add(compare(
                    instrument,
                    own,
                    own.stream().map(level -> spec.rung(level).token()).toList(),
                    rules.scenario().startLevels().get(instrument),
                    scores.subList(from, from + own.size())));
            from += own.size();
        }
        return new RetaliationStudy(found);
    }

    /** Returns how many pieces of work the study has. */
    public static int pieces(Rules rules) {
        int pieces = 0;
        for (Instrument instrument : Instrument.all()) {
            pieces += orderable(rules, instrument).size();
        }
        return pieces;
    }

    /** Levels that can be ordered at some time without a technology chapter, which no hostile round has. */
    private static List<Integer> orderable(Rules rules, Instrument instrument) {
        List<Integer> levels = new ArrayList<>();
        MatchSetup setup = rules.setup(0);
        for (LegalLevels may : rules.legal(setup, rules.start(setup), instrument.holder())) {
            if (may.instrument() == instrument) {
                levels.addAll(may.legal());
                for (LegalLevels.Withheld later : may.withheld()) {
                    if (later.reason() == LegalLevels.Reason.INVESTIGATION_NOT_CONCLUDED) {
                        levels.add(later.level());
                    }
                }
            }
        }
        return levels;
    }

    /** Returns the scores with a level, by opponent and seed. */
    private static double[][] scores(Duel duel, Instrument instrument, int level, long first, int seeds) {
        BotFactory forced = Roster.retaliatingWith(instrument, level);
        double[][] scores = new double[OPPONENTS.size()][seeds];
        for (int i = 0; i < scores.length; i++) {
            BotFactory other = Roster.find(OPPONENTS.get(i)).orElseThrow();
            for (int k = 0; k < seeds; k++) {
                scores[i][k] = instrument.holder() == Side.US
                        ? duel.play(first + k, forced, other).us().score()
                        : duel.play(first + k, other, forced).cn().score();
            }
        }
        return scores;
    }

    private static OfInstrument compare(
            Instrument instrument, List<Integer> levels, List<String> tokens, int start, List<double[][]> scores) {
        Map<String, Integer> best = new LinkedHashMap<>();
        int[] challenged = new int[levels.size()];
        for (int i = 0; i < OPPONENTS.size(); i++) {
            int top = 0;
            boolean matters = false;
            for (int a = 0; a < levels.size(); a++) {
                double lead = mean(scores.get(a)[i]) - mean(scores.get(top)[i]);
                matters |= lead != 0;
                top = lead > 0 ? a : top;
                challenged[a] += isBeaten(scores, a, i) ? 1 : 0;
            }
            if (matters) {
                best.put(OPPONENTS.get(i), levels.get(top));
            }
        }
        List<Integer> counts = new ArrayList<>();
        for (int count : challenged) {
            counts.add(count);
        }
        return new OfInstrument(instrument, List.copyOf(levels), tokens, start, best, List.copyOf(counts));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** One-sided, and corrected for all the comparisons of one instrument, so that luck challenges few levels. */
    private static boolean isBeaten(List<double[][]> scores, int level, int opponent) {
        int comparisons = Math.max(1, (scores.size() - 1) * OPPONENTS.size());
        for (int other = 0; other < scores.size(); other++) {
            double[] lead = scores.get(other)[opponent].clone();
            for (int k = 0; k < lead.length; k++) {
                lead[k] -= scores.get(level)[opponent][k];
            }
            Stratified found = Stratified.of(new double[][] {lead});
            if (found.mean() > 0 && found.chance() / 2 < LEVEL / comparisons) {
                return true;
            }
        }
        return false;
    }
}
