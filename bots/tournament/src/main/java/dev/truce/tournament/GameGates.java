package dev.truce.tournament;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What makes it a good game (rules 12), gate by gate. */
public final class GameGates {
    /** Largest gap of the seats' mean scores. */
    private static final double SEAT_GAP = 5;
    /** The band of a fair match against oneself, and how many of sixteen may be outside it. */
    private static final double BAND_LOW = .4;

    private static final double BAND_HIGH = .6;
    private static final int MOST_OUTSIDE = 3;
    private static final int BEST_REPLIES = 4;
    private static final double HOSTILITY_BEHIND = 15;
    /** So much at least somebody takes from pure kindness, in each seat. */
    private static final double KINDNESS_COSTS = 10;

    private static final double MAJORITY = .5;
    private static final double INSTRUMENT_USE = .1;
    /** Those that do less than they promise, to everybody. */
    private static final List<String> UNDER_COMPLIERS = List.of("choker", "opport");

    private static final List<String> IDS = List.of(
            "seats",
            "self-play",
            "no-dominance",
            "best-replies",
            "kindness",
            "hostility",
            "inference",
            "replicator",
            "heuristics",
            "search",
            "attackers",
            "instruments",
            "retaliation",
            "snap-back");

    private final PoolStudies studies;
    private final Games pool;
    private final Payoffs payoffs;
    private final List<Standing> table;

    /** Judges what was measured. */
    public GameGates(PoolStudies studies) {
        this.studies = studies;
        this.pool = studies.pool();
        this.payoffs = new Payoffs(pool);
        this.table = Standing.table(pool, payoffs);
    }

    /** Returns the ids of all gates in the order of the rules. */
    public static List<String> ids() {
        return IDS;
    }

    /** Returns all gates in the order of the rules. */
    public List<Gate> all() {
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
                StudyGates.search(studies.search()),
                StudyGates.attackers(studies.attack()),
                instruments(),
                StudyGates.retaliation(studies.retaliation()),
                StudyGates.snapBack(studies.snapBack()));
    }

    private Gate seats() {
        double us = payoffs.of(Side.US);
        double cn = payoffs.of(Side.CN);
        return gate("seats")
                .asking("gap", SEAT_GAP)
                .measuring("us", us)
                .measuring("cn", cn)
                .judged(Math.abs(us - cn) <= SEAT_GAP);
    }

    private Gate selfPlay() {
        List<Gate.Named> outside = new ArrayList<>();
        for (Standing row : table) {
            if (row.selfBand() < BAND_LOW || row.selfBand() > BAND_HIGH) {
                outside.add(new Gate.Named(row.name(), row.selfBand()));
            }
        }
        return gate("self-play")
                .asking("low", BAND_LOW)
                .asking("high", BAND_HIGH)
                .asking("least", table.size() - MOST_OUTSIDE)
                .measuring("inside", table.size() - outside.size())
                .measuring("of", table.size())
                .measuring("outside", outside)
                .judged(outside.size() <= MOST_OUTSIDE);
    }

    private Gate dominance() {
        Gate gate = gate("no-dominance");
        boolean dominant = false;
        for (Side seat : Side.values()) {
            Map<String, Integer> replies = payoffs.bestReplies(seat);
            int largest =
                    replies.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            dominant |= largest == pool.bots();
            String name = replies.entrySet().stream()
                    .filter(entry -> entry.getValue() == largest)
                    .findFirst()
                    .orElseThrow()
                    .getKey();
            gate = gate.measuring(seat == Side.US ? "us" : "cn", List.of(new Gate.Named(name, largest)));
        }
        return gate.measuring("of", pool.bots()).judged(!dominant);
    }

    private Gate bestReplies() {
        int us = payoffs.bestReplies(Side.US).size();
        int cn = payoffs.bestReplies(Side.CN).size();
        return gate("best-replies")
                .asking("least", BEST_REPLIES)
                .measuring("us", us)
                .measuring("cn", cn)
                .judged(us >= BEST_REPLIES && cn >= BEST_REPLIES);
    }

    /** In each seat on its own: of those that take enough from DOVE, the one that scores most has to gain. */
    private Gate kindness() {
        int dove = index("dove");
        Gate gate = gate("kindness").asking("taken", KINDNESS_COSTS);
        boolean exploited = true;
        for (Side seat : Side.values()) {
            String prefix = seat == Side.US ? "us" : "cn";
            double kept = payoffs.of(seat.other(), dove, dove);
            int best = dove;
            for (int bot = 0; bot < pool.bots(); bot++) {
                boolean takes = kept - payoffs.of(seat.other(), dove, bot) >= KINDNESS_COSTS;
                if (takes && (best == dove || payoffs.of(seat, bot, dove) > payoffs.of(seat, best, dove))) {
                    best = bot;
                }
            }
            Interval gain = Interval.ofDifference(payoffs.bySeed(seat, best, dove), payoffs.bySeed(seat, dove, dove));
            exploited &= best != dove && gain.isAbove(0);
            gate = gate.measuring(prefix + "_by", payoffs.names().get(best))
                    .measuring(prefix + "_gain", gain)
                    .measuring(prefix + "_taken", kept - payoffs.of(seat.other(), dove, best));
        }
        return gate.judged(exploited);
    }

    private Gate hostility() {
        Standing last = table.get(table.size() - 1);
        double behind =
                table.get(table.size() - 2).score().mean() - last.score().mean();
        return gate("hostility")
                .asking("behind", HOSTILITY_BEHIND)
                .measuring("last", last.name())
                .measuring("behind", behind)
                .judged(last.name().equals("hawk") && behind >= HOSTILITY_BEHIND);
    }

    private Gate inference() {
        Interval lead = payoffs.difference(index("match"), index("tft"));
        return gate("inference").measuring("lead", lead).judged(lead.isAbove(0));
    }

    private Gate replicator() {
        Games without = pool.without("match");
        double all = most(payoffs.names(), Replicator.shares(payoffs));
        double others = most(without.names(), Replicator.shares(new Payoffs(without)));
        return gate("replicator")
                .asking("majority", MAJORITY)
                .measuring("all", all)
                .measuring("without_match", others)
                .judged(Math.max(all, others) <= MAJORITY);
    }

    private static double most(List<String> names, double[] shares) {
        double most = 0;
        for (int i = 0; i < shares.length; i++) {
            if (UNDER_COMPLIERS.contains(names.get(i))) {
                most = Math.max(most, shares[i]);
            }
        }
        return most;
    }

    /** HAWK has to be last, so not every heuristic can beat chance; the one in the middle has to. */
    private Gate heuristics() {
        List<Standing> others = new ArrayList<>(table);
        others.removeIf(row -> row.name().equals("random"));
        Standing median = others.get(others.size() / 2);
        Interval lead = payoffs.difference(median.bot(), index("random"));
        List<Gate.Named> behind = new ArrayList<>();
        for (Standing row : others) {
            Interval own = payoffs.difference(row.bot(), index("random"));
            if (!own.isAbove(0)) {
                behind.add(new Gate.Named(row.name(), own.mean()));
            }
        }
        return gate("heuristics")
                .measuring("median", median.name())
                .measuring("lead", lead)
                .measuring("not_ahead", behind)
                .judged(lead.isAbove(0));
    }

    private Gate instruments() {
        Instrument least = Instrument.all().get(0);
        double fewest = 1;
        for (Instrument instrument : Instrument.all()) {
            double use = InstrumentUse.most(pool, table.subList(0, table.size() / 2), instrument)
                    .share();
            if (use < fewest) {
                fewest = use;
                least = instrument;
            }
        }
        return gate("instruments")
                .asking("share", INSTRUMENT_USE)
                .measuring("least", least.id())
                .measuring("share", fewest)
                .judged(fewest >= INSTRUMENT_USE);
    }

    private int index(String name) {
        return pool.names().indexOf(name);
    }

    private static Gate gate(String id) {
        return Gate.of(Gate.Group.GAME, id);
    }
}
