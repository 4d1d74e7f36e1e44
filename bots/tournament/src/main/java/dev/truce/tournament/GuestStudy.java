package dev.truce.tournament;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import java.util.ArrayList;
import java.util.List;

/** How a bot that is not of the sixteen does against them, in both seats, compared with the middle of them on the same seeds. */
public final class GuestStudy {
    private final String name;
    private final double asUs;
    private final double asCn;
    private final Interval score;
    private final Interval overMedian;
    private final int better;

    private GuestStudy(String name, double asUs, double asCn, Interval score, Interval overMedian, int better) {
        this.name = name;
        this.asUs = asUs;
        this.asCn = asCn;
        this.score = score;
        this.overMedian = overMedian;
        this.better = better;
    }

    /**
     * Plays a guest.
     *
     * @param pool games of the sixteen, of which the first {@code seeds} are compared
     * @param first their first seed
     * @param seeds how many are played, at most those of the pool
     * @param progress told after each seed, by any thread
     */
    public static GuestStudy run(
            Rules rules, BotFactory guest, Games pool, long first, int seeds, int threads, Runnable progress)
            throws InterruptedException {
        List<Workers.Piece<double[]>> pieces = new ArrayList<>();
        for (int k = 0; k < seeds; k++) {
            long seed = first + k;
            pieces.add(duel -> {
                double[] sums = new double[2];
                for (BotFactory opponent : Roster.reference()) {
                    sums[0] += HillClimb.score(duel, Side.US, guest, opponent, seed);
                    sums[1] += HillClimb.score(duel, Side.CN, guest, opponent, seed);
                }
                progress.run();
                return sums;
            });
        }
        double[] scores = new double[seeds];
        double us = 0;
        double cn = 0;
        int opponents = Roster.reference().size();
        List<double[]> played = new Workers(threads).run(() -> new Duel(rules), pieces);
        for (int k = 0; k < seeds; k++) {
            us += played.get(k)[0] / opponents / seeds;
            cn += played.get(k)[1] / opponents / seeds;
            scores[k] = (played.get(k)[0] + played.get(k)[1]) / (2 * opponents);
        }
        Interval score = Interval.of(scores);
        int better = 0;
        List<Standing> table = Standing.table(pool, new Payoffs(pool));
        for (Standing row : table) {
            better += score.mean() > row.score().mean() ? 1 : 0;
        }
        return new GuestStudy(
                guest.name(), us, cn, score, Interval.ofDifference(scores, median(pool, table, seeds)), better);
    }

    /** Returns the mean, seed by seed, of the two strategies in the middle of the table. */
    private static double[] median(Games pool, List<Standing> table, int seeds) {
        Payoffs payoffs = new Payoffs(pool);
        double[] upper = payoffs.bySeed(table.get((table.size() - 1) / 2).bot());
        double[] lower = payoffs.bySeed(table.get(table.size() / 2).bot());
        double[] median = new double[seeds];
        for (int k = 0; k < seeds; k++) {
            median[k] = (upper[k] + lower[k]) / 2;
        }
        return median;
    }

    /** Returns the guest's name. */
    public String name() {
        return name;
    }

    /** Returns its mean score in the US seat. */
    public double asUs() {
        return asUs;
    }

    /** Returns its mean score in the Chinese seat. */
    public double asCn() {
        return asCn;
    }

    /** Returns its mean score over both seats. */
    public Interval score() {
        return score;
    }

    /** Returns its lead over the middle of the sixteen, paired by seed. */
    public Interval overMedian() {
        return overMedian;
    }

    /** Returns how many of the sixteen have a lower mean. */
    public int better() {
        return better;
    }
}
