package dev.truce.tournament;

import dev.truce.bot.BotFactory;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * All matches of some bots against each other, itself included, in both seats and on the same seeds. A match is a function of its seed
 * and its bots, so no figure depends on the number of threads.
 *
 * @param rules by which they were played
 * @param names of the bots
 * @param matches by seed, US bot and Chinese bot
 */
record PoolMatches(Rules rules, List<String> names, List<PoolMatch> matches) {
    static PoolMatches play(Rules rules, List<BotFactory> bots, long first, int seeds) {
        int n = bots.size();
        ThreadLocal<TrainingMatches> players = ThreadLocal.withInitial(() -> new TrainingMatches(rules));
        return new PoolMatches(
                rules,
                bots.stream().map(BotFactory::name).toList(),
                atOnce(
                        seeds * n * n,
                        i -> PoolMatch.of(
                                players.get().play(first + i / (n * n), bots.get(i / n % n), bots.get(i % n)))));
    }

    /** Plays two bots against each other once on each seed. */
    static List<PoolMatch> pair(Rules rules, BotFactory us, BotFactory cn, long first, int seeds) {
        ThreadLocal<TrainingMatches> players = ThreadLocal.withInitial(() -> new TrainingMatches(rules));
        return atOnce(seeds, i -> PoolMatch.of(players.get().play(first + i, us, cn)));
    }

    /** Does pieces of work on all processors and returns the results in order. */
    static <T> List<T> atOnce(int pieces, IntFunction<T> work) {
        return IntStream.range(0, pieces).parallel().mapToObj(work).toList();
    }

    int bots() {
        return names.size();
    }

    int seeds() {
        return matches.size() / (bots() * bots());
    }

    int index(String name) {
        return names.indexOf(name);
    }

    PoolMatch match(int us, int cn, int seed) {
        return matches.get((seed * bots() + us) * bots() + cn);
    }

    /** Returns what a bot scores in a seat against another on each seed. */
    double[] bySeed(Side seat, int bot, int against) {
        double[] scores = new double[seeds()];
        for (int seed = 0; seed < scores.length; seed++) {
            scores[seed] = (seat == Side.US ? match(bot, against, seed) : match(against, bot, seed)).score(seat);
        }
        return scores;
    }

    /** Returns what a bot scores in a seat against all on each seed. */
    double[] bySeed(Side seat, int bot) {
        double[] scores = new double[seeds()];
        for (int against = 0; against < bots(); against++) {
            double[] own = bySeed(seat, bot, against);
            for (int seed = 0; seed < scores.length; seed++) {
                scores[seed] += own[seed] / bots();
            }
        }
        return scores;
    }

    /** Returns what a bot scores in both seats against all on each seed. */
    double[] bySeed(int bot) {
        double[] us = bySeed(Side.US, bot);
        double[] cn = bySeed(Side.CN, bot);
        return IntStream.range(0, us.length)
                .mapToDouble(seed -> (us[seed] + cn[seed]) / 2)
                .toArray();
    }

    /** Returns by how much a bot leads another in a seat on each seed, on average against some opponents. */
    double[] lead(Side seat, String bot, String other, List<String> against) {
        double[] lead = new double[seeds()];
        for (String opponent : against) {
            double[] one =
                    difference(bySeed(seat, index(bot), index(opponent)), bySeed(seat, index(other), index(opponent)));
            for (int seed = 0; seed < lead.length; seed++) {
                lead[seed] += one[seed] / against.size();
            }
        }
        return lead;
    }

    /** Returns what all bots score in a seat on each seed. */
    double[] bySeed(Side seat) {
        double[] means = new double[seeds()];
        for (int bot = 0; bot < bots(); bot++) {
            double[] scores = bySeed(seat, bot);
            for (int seed = 0; seed < means.length; seed++) {
                means[seed] += scores[seed] / bots();
            }
        }
        return means;
    }

    /** Returns what each bot scores in a seat against each other on average. */
    double[][] payoffs(Side seat) {
        double[][] payoffs = new double[bots()][bots()];
        for (int bot = 0; bot < bots(); bot++) {
            for (int against = 0; against < bots(); against++) {
                payoffs[bot][against] = mean(bySeed(seat, bot, against));
            }
        }
        return payoffs;
    }

    /** Returns the bots, best mean first. */
    List<Integer> table() {
        Comparator<Integer> best = Comparator.comparingDouble((Integer bot) -> -mean(bySeed(bot)));
        return IntStream.range(0, bots())
                .boxed()
                .sorted(best.thenComparing(names::get))
                .toList();
    }

    /** Returns the best reply in a seat to a bot in the other; of equals the first. */
    int bestReply(Side seat, int to) {
        double[][] payoffs = payoffs(seat);
        int best = 0;
        for (int bot = 1; bot < bots(); bot++) {
            best = payoffs[bot][to] > payoffs[best][to] ? bot : best;
        }
        return best;
    }

    /** Returns by name which bots are the best reply in a seat, and to how many. */
    Map<String, Integer> bestReplies(Side seat) {
        Map<String, Integer> replies = new TreeMap<>();
        for (int to = 0; to < bots(); to++) {
            replies.merge(names.get(bestReply(seat, to)), 1, Integer::sum);
        }
        return replies;
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    static double[] difference(double[] values, double[] others) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i] - others[i])
                .toArray();
    }
}
