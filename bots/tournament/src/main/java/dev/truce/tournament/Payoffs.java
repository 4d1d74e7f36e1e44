package dev.truce.tournament;

import dev.truce.engine.board.Side;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Mean scores of a round robin: of every bot against every other in each seat. Immutable. */
public final class Payoffs {
    private final Games games;
    private final double[][] us;
    private final double[][] cn;

    /** Averages over the seeds. */
    public Payoffs(Games games) {
        this.games = games;
        int bots = games.bots();
        us = new double[bots][bots];
        cn = new double[bots][bots];
        for (int i = 0; i < bots; i++) {
            for (int j = 0; j < bots; j++) {
                for (int seed = 0; seed < games.seeds(); seed++) {
                    Game game = games.game(i, j, seed);
                    us[i][j] += game.us().score();
                    cn[j][i] += game.cn().score();
                }
                us[i][j] /= games.seeds();
                cn[j][i] /= games.seeds();
            }
        }
    }

    /** Returns the names of the bots, in their order. */
    public List<String> names() {
        return games.names();
    }

    /** Returns the number of bots. */
    public int bots() {
        return us.length;
    }

    /** Returns the number of seeds that were averaged. */
    public int seeds() {
        return games.seeds();
    }

    /** Returns what a bot scores in a seat against another in the other seat. */
    public double of(Side seat, int bot, int against) {
        return (seat == Side.US ? us : cn)[bot][against];
    }

    /** Returns what a bot scores against another, averaged over the seats. */
    public double ofBothSeats(int bot, int against) {
        return (us[bot][against] + cn[bot][against]) / 2;
    }

    /** Returns what a bot scores in a seat against the whole pool, itself included. */
    public double of(Side seat, int bot) {
        double sum = 0;
        for (int against = 0; against < bots(); against++) {
            sum += of(seat, bot, against);
        }
        return sum / bots();
    }

    /** Returns the mean score of all bots in a seat. */
    public double of(Side seat) {
        double sum = 0;
        for (int bot = 0; bot < bots(); bot++) {
            sum += of(seat, bot);
        }
        return sum / bots();
    }

    /** Returns what a bot scores against the whole pool on each seed, averaged over the seats. */
    public double[] bySeed(int bot) {
        double[] us = bySeed(Side.US, bot);
        double[] cn = bySeed(Side.CN, bot);
        double[] both = new double[us.length];
        for (int seed = 0; seed < both.length; seed++) {
            both[seed] = (us[seed] + cn[seed]) / 2;
        }
        return both;
    }

    /** Returns what a bot scores in a seat against the whole pool on each seed. */
    public double[] bySeed(Side seat, int bot) {
        double[] values = new double[games.seeds()];
        for (int against = 0; against < bots(); against++) {
            double[] scores = bySeed(seat, bot, against);
            for (int seed = 0; seed < values.length; seed++) {
                values[seed] += scores[seed] / bots();
            }
        }
        return values;
    }

    /** Returns what a bot scores in a seat against another on each seed. */
    public double[] bySeed(Side seat, int bot, int against) {
        double[] values = new double[games.seeds()];
        for (int seed = 0; seed < values.length; seed++) {
            Game game = seat == Side.US ? games.game(bot, against, seed) : games.game(against, bot, seed);
            values[seed] = game.seat(seat).score();
        }
        return values;
    }

    /** Returns the interval of the difference between two bots, paired by seed. */
    public Interval difference(int bot, int other) {
        return Interval.ofDifference(bySeed(bot), bySeed(other));
    }

    /** Returns the best reply in a seat to a bot in the other seat; of equals the first. */
    public int bestReply(Side seat, int to) {
        int best = 0;
        for (int bot = 1; bot < bots(); bot++) {
            if (of(seat, bot, to) > of(seat, best, to)) {
                best = bot;
            }
        }
        return best;
    }

    /** Returns who is the best reply in a seat to how many of the pool, by name in alphabetical order. */
    public Map<String, Integer> bestReplies(Side seat) {
        Map<String, Integer> counts = new TreeMap<>();
        for (int bot = 0; bot < bots(); bot++) {
            counts.merge(names().get(bestReply(seat, bot)), 1, Integer::sum);
        }
        return counts;
    }
}
