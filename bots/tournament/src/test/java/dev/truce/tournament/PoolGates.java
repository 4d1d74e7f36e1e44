package dev.truce.tournament;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.tournament.stats.Estimate;
import dev.truce.tournament.stats.Evolution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What makes it a good game (rules 12), as far as the matches of the pool among each other show it. */
final class PoolGates {
    /** Largest gap of the seats' mean scores. */
    private static final double SEAT_GAP = 3;
    /** The band of a fair match against oneself, and how many have to be in it. */
    private static final double BAND_LOW = .4;

    private static final double BAND_HIGH = .6;
    private static final int LEAST_INSIDE = 13;
    private static final int BEST_REPLIES = 4;
    private static final double HOSTILITY_BEHIND = 15;
    /** So much at least some bot takes from pure kindness, in each seat. */
    private static final double KINDNESS_COSTS = 10;

    private static final double MAJORITY = .5;
    private static final double INSTRUMENT_USE = .1;
    /** Those that do less than they promise, to everybody. */
    private static final List<String> UNDER_COMPLIERS = List.of("choker", "opport");

    private final PoolMatches pool;
    private final List<Integer> table;

    PoolGates(PoolMatches pool) {
        this.pool = pool;
        this.table = pool.table();
    }

    List<Gate> all() {
        return List.of(
                seats(),
                selfPlay(),
                dominance(),
                bestReplies(),
                kindness(),
                hostility(),
                inference(),
                replicator(),
                heuristics(),
                instruments());
    }

    private Gate seats() {
        double us = PoolMatches.mean(pool.bySeed(Side.US));
        double cn = PoolMatches.mean(pool.bySeed(Side.CN));
        return new Gate(
                "seats",
                Gate.text("mean scores of the seats are at most %.0f apart", SEAT_GAP),
                Gate.text("US %.2f, CN %.2f", us, cn),
                Math.abs(us - cn) <= SEAT_GAP);
    }

    /** Returns in what share of its matches against itself a bot is ahead as the US. */
    double band(int bot) {
        double ahead = 0;
        for (int seed = 0; seed < pool.seeds(); seed++) {
            ahead += pool.match(bot, bot, seed).usAhead();
        }
        return ahead / pool.seeds();
    }

    private Gate selfPlay() {
        List<String> outside = new ArrayList<>();
        for (int bot : table) {
            double band = band(bot);
            if (band < BAND_LOW || band > BAND_HIGH) {
                outside.add(Gate.text("%s %.2f", pool.names().get(bot), band));
            }
        }
        return new Gate(
                "self-play",
                Gate.text(
                        "for at least %d of %d the US seat is ahead in %.1f to %.1f of the matches against itself; a"
                                + " gap of up to 5 counts half",
                        LEAST_INSIDE, pool.bots(), BAND_LOW, BAND_HIGH),
                pool.bots() - outside.size() + "; outside: " + String.join(", ", outside),
                pool.bots() - outside.size() >= LEAST_INSIDE);
    }

    private Gate dominance() {
        int us = Collections.max(pool.bestReplies(Side.US).values());
        int cn = Collections.max(pool.bestReplies(Side.CN).values());
        return new Gate(
                "no-dominance",
                "no strategy is the best reply to all, in each seat on its own",
                Gate.text("at most to %d as US, to %d as CN, of %d", us, cn, pool.bots()),
                Math.max(us, cn) < pool.bots());
    }

    private Gate bestReplies() {
        Map<String, Integer> us = pool.bestReplies(Side.US);
        Map<String, Integer> cn = pool.bestReplies(Side.CN);
        return new Gate(
                "best-replies",
                Gate.text("at least %d strategies are best replies, in each seat", BEST_REPLIES),
                Gate.text("US %s; CN %s", counts(us), counts(cn)),
                us.size() >= BEST_REPLIES && cn.size() >= BEST_REPLIES);
    }

    private static String counts(Map<String, Integer> replies) {
        List<String> parts = new ArrayList<>();
        replies.forEach((name, count) -> parts.add(name + " " + count));
        return String.join(", ", parts);
    }

    /** In each seat on its own: of those that take enough from DOVE, the one that scores most has to gain. */
    private Gate kindness() {
        int dove = pool.index("dove");
        boolean exploited = true;
        List<String> found = new ArrayList<>();
        for (Side seat : Side.values()) {
            double[][] own = pool.payoffs(seat);
            double[][] left = pool.payoffs(seat.other());
            int best = dove;
            for (int bot = 0; bot < pool.bots(); bot++) {
                boolean takes = left[dove][dove] - left[dove][bot] >= KINDNESS_COSTS;
                if (takes && (best == dove || own[bot][dove] > own[best][dove])) {
                    best = bot;
                }
            }
            Estimate gain =
                    Estimate.of(PoolMatches.difference(pool.bySeed(seat, best, dove), pool.bySeed(seat, dove, dove)));
            exploited &= best != dove && Gate.isAbove0(gain);
            found.add(Gate.text(
                    "%s: %s gains %s and takes %.1f",
                    seat, pool.names().get(best), Gate.text(gain), left[dove][dove] - left[dove][best]));
        }
        return new Gate(
                "kindness",
                Gate.text(
                        "in each seat: of those that take at least %.0f from DOVE, the best one gains more than DOVE"
                                + " gets from itself, interval above 0",
                        KINDNESS_COSTS),
                String.join("; ", found),
                exploited);
    }

    private Gate hostility() {
        int last = table.get(table.size() - 1);
        double behind = score(table.get(table.size() - 2)) - score(last);
        return new Gate(
                "hostility",
                Gate.text("HAWK has the lowest mean, at least %.0f below the next", HOSTILITY_BEHIND),
                Gate.text("%s is last by %.1f", pool.names().get(last), behind),
                pool.names().get(last).equals("hawk") && behind >= HOSTILITY_BEHIND);
    }

    private double score(int bot) {
        return PoolMatches.mean(pool.bySeed(bot));
    }

    private Estimate lead(int bot, int other) {
        return Estimate.of(PoolMatches.difference(pool.bySeed(bot), pool.bySeed(other)));
    }

    private Gate inference() {
        Estimate lead = lead(pool.index("match"), pool.index("tft"));
        return new Gate(
                "inference",
                "MATCH, which estimates covert compliance, scores more than TFT, interval above 0",
                Gate.text(lead),
                Gate.isAbove0(lead));
    }

    private Gate replicator() {
        List<Integer> all = new ArrayList<>(table);
        double with = underCompliers(all);
        all.remove((Integer) pool.index("match"));
        double without = underCompliers(all);
        return new Gate(
                "replicator",
                Gate.text("neither CHOKER nor OPPORT gets a share above %.1f, with MATCH or without it", MAJORITY),
                Gate.text("at most %.2f with MATCH, %.2f without", with, without),
                Math.max(with, without) <= MAJORITY);
    }

    /** Returns the larger share of the two after replicator dynamics among some bots. */
    private double underCompliers(List<Integer> bots) {
        double[][] us = pool.payoffs(Side.US);
        double[][] cn = pool.payoffs(Side.CN);
        double[][] payoffs = new double[bots.size()][bots.size()];
        for (int i = 0; i < payoffs.length; i++) {
            for (int j = 0; j < payoffs.length; j++) {
                payoffs[i][j] = (us[bots.get(i)][bots.get(j)] + cn[bots.get(i)][bots.get(j)]) / 2;
            }
        }
        double[] shares = Evolution.replicator(payoffs);
        double most = 0;
        for (int i = 0; i < shares.length; i++) {
            most = UNDER_COMPLIERS.contains(pool.names().get(bots.get(i))) ? Math.max(most, shares[i]) : most;
        }
        return most;
    }

    /** HAWK has to be last, so not every heuristic can beat chance; the one in the middle has to. */
    private Gate heuristics() {
        int random = pool.index("random");
        List<Integer> others = new ArrayList<>(table);
        others.remove((Integer) random);
        int median = others.get(others.size() / 2);
        Estimate lead = lead(median, random);
        List<String> behind = others.stream()
                .filter(bot -> !Gate.isAbove0(lead(bot, random)))
                .map(pool.names()::get)
                .toList();
        return new Gate(
                "heuristics",
                "the median of the others scores more than RANDOM, interval above 0",
                Gate.text(
                        "%s leads by %s; not ahead: %s",
                        pool.names().get(median), Gate.text(lead), String.join(", ", behind)),
                Gate.isAbove0(lead));
    }

    private Gate instruments() {
        String least = "";
        double fewest = Double.POSITIVE_INFINITY;
        for (Instrument instrument : pool.rules().scenario().instruments().all()) {
            double most = 0;
            for (int bot : table.subList(0, table.size() / 2)) {
                most = Math.max(most, use(bot, instrument));
            }
            if (most < fewest) {
                fewest = most;
                least = instrument.id();
            }
        }
        return new Gate(
                "instruments",
                Gate.text(
                        "each instrument is moved by some strategy of the top half in a share of %.1f of its matches"
                                + " or more",
                        INSTRUMENT_USE),
                Gate.text("least: %s, %.2f", least, fewest),
                fewest >= INSTRUMENT_USE);
    }

    private double use(int bot, Instrument instrument) {
        double moved = 0;
        for (int against = 0; against < pool.bots(); against++) {
            for (int seed = 0; seed < pool.seeds(); seed++) {
                PoolMatch match = instrument.holder() == Side.US
                        ? pool.match(bot, against, seed)
                        : pool.match(against, bot, seed);
                moved += match.moved(instrument) ? 1 : 0;
            }
        }
        return moved / (pool.bots() * pool.seeds());
    }
}
