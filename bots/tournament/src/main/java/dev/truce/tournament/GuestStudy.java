package dev.truce.tournament;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import dev.truce.engine.round.Rules;
import java.util.ArrayList;
import java.util.List;

/**
 * How a bot that is not of the pool does against it, in both seats. It meets each opponent on seeds of that opponent's own, so
 * that no two pairs of games share their luck, and is compared with what every strategy of the pool got from the same opponents
 * on the same seeds.
 */
public final class GuestStudy {
    /** Fewer pairs against each opponent than this have no spread. */
    public static final int LEAST_PAIRS = 2;

    private final String name;
    private final int pairs;
    private final List<Meeting> meetings;
    private final Interval score;
    private final Comparison overMedian;
    private final List<Comparison> comparisons;
    private final int faults;

    /**
     * How it did against one opponent.
     *
     * @param opponent its name
     * @param asUs mean score of the guest in the US seat
     * @param asCn mean score of the guest in the Chinese seat
     * @param left mean score of the opponent in both seats
     */
    public record Meeting(String opponent, double asUs, double asCn, double left) {}

    private GuestStudy(
            String name,
            int pairs,
            List<Meeting> meetings,
            Interval score,
            Comparison overMedian,
            List<Comparison> comparisons,
            int faults) {
        this.name = name;
        this.pairs = pairs;
        this.meetings = List.copyOf(meetings);
        this.score = score;
        this.overMedian = overMedian;
        this.comparisons = List.copyOf(comparisons);
        this.faults = faults;
    }

    /**
     * Plays a guest.
     *
     * @param pool games of the pool, on at least as many seeds as there are opponents times pairs
     * @param first the pool's first seed
     * @param pairs pairs of games, seats changed, against each opponent; at least {@link #LEAST_PAIRS}
     * @param progress told after each pair, by any thread
     * @throws IllegalArgumentException if the pool has too few seeds, or there are too few pairs
     */
    public static GuestStudy run(
            Rules rules, BotFactory guest, Games pool, long first, int pairs, int threads, Runnable progress)
            throws InterruptedException {
        if (pairs < LEAST_PAIRS || pairs > mostPairs(pool.bots(), pool.seeds())) {
            throw new IllegalArgumentException(pairs + " pairs on " + pool.seeds() + " seeds, expected " + LEAST_PAIRS
                    + " to " + mostPairs(pool.bots(), pool.seeds()));
        }
        List<Workers.Piece<Game[]>> pieces = new ArrayList<>();
        for (int opponent = 0; opponent < pool.bots(); opponent++) {
            BotFactory other = Roster.find(pool.names().get(opponent)).orElseThrow();
            for (int k = 0; k < pairs; k++) {
                long seed = first + opponent * (long) pairs + k;
                pieces.add(duel -> {
                    Game[] pair = {duel.play(seed, guest, other), duel.play(seed, other, guest)};
                    progress.run();
                    return pair;
                });
            }
        }
        return of(guest.name(), pool, pairs, new Workers(threads).run(() -> new Duel(rules), pieces));
    }

    /** Returns how many pairs against each opponent so many seeds allow. */
    public static int mostPairs(int opponents, int seeds) {
        return seeds / opponents;
    }

    private static GuestStudy of(String name, Games pool, int pairs, List<Game[]> played) {
        List<Meeting> meetings = new ArrayList<>();
        double[][] own = new double[pool.bots()][pairs];
        int faults = 0;
        for (int opponent = 0; opponent < pool.bots(); opponent++) {
            double us = 0;
            double cn = 0;
            double left = 0;
            for (int k = 0; k < pairs; k++) {
                Game asUs = played.get(opponent * pairs + k)[0];
                Game asCn = played.get(opponent * pairs + k)[1];
                own[opponent][k] = (asUs.us().score() + asCn.cn().score()) / 2;
                us += asUs.us().score() / pairs;
                cn += asCn.cn().score() / pairs;
                left += (asUs.cn().score() + asCn.us().score()) / (2 * pairs);
                faults += asUs.us().faults() + asCn.cn().faults();
            }
            meetings.add(new Meeting(pool.names().get(opponent), us, cn, left));
        }
        List<Comparison> comparisons = new ArrayList<>();
        for (int bot = 0; bot < pool.bots(); bot++) {
            comparisons.add(compare(name, pool.names().get(bot), own, scores(pool, bot, pairs)));
        }
        List<Standing> table = Standing.table(pool, new Payoffs(pool));
        double[][] upper = scores(pool, table.get((table.size() - 1) / 2).bot(), pairs);
        double[][] lower = scores(pool, table.get(table.size() / 2).bot(), pairs);
        for (int i = 0; i < upper.length; i++) {
            for (int k = 0; k < pairs; k++) {
                upper[i][k] = (upper[i][k] + lower[i][k]) / 2;
            }
        }
        return new GuestStudy(
                name,
                pairs,
                meetings,
                Stratified.of(own).interval(),
                compare(name, "median", own, upper),
                Comparison.holm(comparisons),
                faults);
    }

    /** Returns what a strategy of the pool got in both seats from the opponents, on the guest's seeds. */
    private static double[][] scores(Games pool, int bot, int pairs) {
        double[][] scores = new double[pool.bots()][pairs];
        for (int i = 0; i < scores.length; i++) {
            for (int k = 0; k < pairs; k++) {
                int seed = i * pairs + k;
                scores[i][k] = (pool.game(bot, i, seed).us().score()
                                + pool.game(i, bot, seed).cn().score())
                        / 2;
            }
        }
        return scores;
    }

    private static Comparison compare(String name, String other, double[][] own, double[][] others) {
        double[][] lead = new double[own.length][];
        for (int i = 0; i < own.length; i++) {
            lead[i] = own[i].clone();
            for (int k = 0; k < lead[i].length; k++) {
                lead[i][k] -= others[i][k];
            }
        }
        Stratified difference = Stratified.of(lead);
        return new Comparison(name, other, difference.interval(), difference.chance());
    }

    /** Returns the guest's name. */
    public String name() {
        return name;
    }

    /** Returns how many pairs of games, seats changed, there were against each opponent. */
    public int pairs() {
        return pairs;
    }

    /** Returns how it did against each opponent, in the order of the pool. */
    public List<Meeting> meetings() {
        return meetings;
    }

    /** Returns its mean score in the US seat. */
    public double asUs() {
        return meetings.stream().mapToDouble(Meeting::asUs).average().orElseThrow();
    }

    /** Returns its mean score in the Chinese seat. */
    public double asCn() {
        return meetings.stream().mapToDouble(Meeting::asCn).average().orElseThrow();
    }

    /** Returns its mean score over both seats. */
    public Interval score() {
        return score;
    }

    /** Returns how it compares with the mean of the two strategies in the middle of the pool's table; one comparison. */
    public Comparison overMedian() {
        return overMedian;
    }

    /** Returns how it compares with each strategy of the pool, in the order of the pool, judged together. */
    public List<Comparison> comparisons() {
        return comparisons;
    }

    /** Returns how many of the pool have a lower mean on the same seeds. */
    public int better() {
        return (int)
                comparisons.stream().filter(one -> one.difference().mean() > 0).count();
    }

    /** Returns what it got wrong in all its games. */
    public int faults() {
        return faults;
    }
}
