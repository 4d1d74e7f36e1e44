package dev.truce.tournament;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What makes it a good game (rules 12), gate by gate. */
public final class GameGates {
    /** Largest gap of the seats' mean scores. */
    private static final double SEAT_GAP = 5;
    /** The band of a fair match against oneself, and how many of sixteen must be in it. */
    private static final double BAND_LOW = .4;

    private static final double BAND_HIGH = .6;
    private static final int MOST_OUTSIDE = 3;
    private static final int BEST_REPLIES = 4;
    private static final double HOSTILITY_BEHIND = 15;
    /** So much at least the best attacker takes from pure kindness. */
    private static final double KINDNESS_COSTS = 10;

    private static final double MAJORITY = .5;
    private static final double INSTRUMENT_USE = .1;
    private static final double AGAIN = .5;
    private static final double ATTACK_GAIN = 8;
    private static final double ATTACK_GAIN_TOP = 3;
    /** Those that do less than they promise, to everybody. */
    private static final List<String> UNDER_COMPLIERS = List.of("choker", "opport");

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
                search(),
                attackers(),
                instruments(),
                retaliation(),
                snapBack());
    }

    private Gate seats() {
        double us = payoffs.of(Side.US);
        double cn = payoffs.of(Side.CN);
        return gate(
                "seats",
                Math.abs(us - cn) <= SEAT_GAP,
                Words.of("mean scores of the seats at most %.0f apart", SEAT_GAP),
                Words.of("US %.1f, CN %.1f", us, cn));
    }

    private Gate selfPlay() {
        List<String> outside = new ArrayList<>();
        for (Standing row : table) {
            if (row.selfBand() < BAND_LOW || row.selfBand() > BAND_HIGH) {
                outside.add(Words.of("%s %.2f", row.name(), row.selfBand()));
            }
        }
        return gate(
                "self-play",
                outside.size() <= MOST_OUTSIDE,
                Words.of(
                        "against itself the US seat is ahead in 40-60 %% of games (gaps up to 5 count half), for %d of"
                                + " %d",
                        table.size() - MOST_OUTSIDE, table.size()),
                Words.of("%d of %d", table.size() - outside.size(), table.size())
                        + (outside.isEmpty() ? "" : "; not " + String.join(", ", outside)));
    }

    private Gate dominance() {
        List<String> most = new ArrayList<>();
        boolean dominant = false;
        for (Side seat : Side.values()) {
            Map<String, Integer> replies = replies(seat);
            int largest =
                    replies.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            dominant |= largest == pool.bots();
            String name = replies.entrySet().stream()
                    .filter(entry -> entry.getValue() == largest)
                    .findFirst()
                    .orElseThrow()
                    .getKey();
            most.add(Words.of("%s: %s against %d of %d", seat, name, largest, pool.bots()));
        }
        return gate(
                "no-dominance",
                !dominant,
                "no strategy is the best reply to all in a seat",
                "most often " + String.join("; ", most));
    }

    private Gate bestReplies() {
        int us = replies(Side.US).size();
        int cn = replies(Side.CN).size();
        return gate(
                "best-replies",
                us >= BEST_REPLIES && cn >= BEST_REPLIES,
                Words.of("the best replies in each seat name at least %d strategies", BEST_REPLIES),
                Words.of("US %d, CN %d", us, cn));
    }

    /** Returns who is the best reply how often in a seat, by name. */
    private Map<String, Integer> replies(Side seat) {
        Map<String, Integer> counts = new TreeMap<>();
        for (int bot = 0; bot < payoffs.bots(); bot++) {
            counts.merge(payoffs.names().get(payoffs.bestReply(seat, bot)), 1, Integer::sum);
        }
        return counts;
    }

    /** Gains are averaged over the seats, as scores are. */
    private Gate kindness() {
        int dove = index("dove");
        double[] taken = new double[pool.seeds()];
        double[] own = new double[pool.seeds()];
        double least = Double.POSITIVE_INFINITY;
        List<String> by = new ArrayList<>();
        for (Side seat : Side.values()) {
            int best = payoffs.bestReply(seat, dove);
            double[] others = payoffs.bySeed(seat, best, dove);
            double[] doves = payoffs.bySeed(seat, dove, dove);
            for (int seed = 0; seed < taken.length; seed++) {
                taken[seed] += others[seed] / 2;
                own[seed] += doves[seed] / 2;
            }
            least = Math.min(least, payoffs.of(seat.other(), dove, dove) - payoffs.of(seat.other(), dove, best));
            by.add(payoffs.names().get(best) + " as " + seat);
        }
        Interval gain = Interval.ofDifference(taken, own);
        return gate(
                "kindness",
                gain.isAbove(0) && least >= KINDNESS_COSTS,
                Words.of("somebody gains from DOVE what DOVE does not, and takes %.0f from it", KINDNESS_COSTS),
                Words.of("%s gain %s and take at least %.1f", String.join(", ", by), Words.of(gain), least));
    }

    private Gate hostility() {
        Standing last = table.get(table.size() - 1);
        double behind =
                table.get(table.size() - 2).score().mean() - last.score().mean();
        return gate(
                "hostility",
                last.name().equals("hawk") && behind >= HOSTILITY_BEHIND,
                Words.of("HAWK is last by at least %.0f", HOSTILITY_BEHIND),
                Words.of("%s is last by %.1f", last.name(), behind));
    }

    private Gate inference() {
        Interval lead = payoffs.difference(index("match"), index("tft"));
        return gate(
                "inference", lead.isAbove(0), "MATCH scores more than TFT, paired by seed", "lead " + Words.of(lead));
    }

    private Gate replicator() {
        Games without = pool.without("match");
        double most = Math.max(
                most(payoffs.names(), Replicator.shares(payoffs)),
                most(without.names(), Replicator.shares(new Payoffs(without))));
        return gate(
                "replicator",
                most <= MAJORITY,
                "no majority of CHOKER or OPPORT in the replicator dynamics, with MATCH or without",
                Words.of("at most %.2f", most));
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

    private Gate heuristics() {
        List<Standing> others = new ArrayList<>(table);
        others.removeIf(row -> row.name().equals("random"));
        Standing median = others.get(others.size() / 2);
        Interval lead = payoffs.difference(median.bot(), index("random"));
        return gate(
                "heuristics",
                lead.isAbove(0),
                "the median of the other fifteen scores more than RANDOM",
                median.name() + " leads by " + Words.of(lead));
    }

    private Gate search() {
        String asks = "search scores more than the middle of the sixteen";
        GuestStudy search = studies.search();
        if (search == null) {
            return Gate.notRun("search", Gate.Group.GAME, asks, "there is no bot of the name search here");
        }
        return gate(
                "search",
                search.overMedian().isAbove(0),
                asks,
                Words.of(
                        "%.1f, leads by %s, more than %d of %d",
                        search.score().mean(), Words.of(search.overMedian()), search.better(), pool.bots()));
    }

    private Gate attackers() {
        String asks = Words.of(
                "a learner gains at most %.0f over the best strategy of its seat, %.0f against the top %d",
                ATTACK_GAIN, ATTACK_GAIN_TOP, AttackStudy.TOP);
        AttackStudy attack = studies.attack();
        if (attack == null) {
            return Gate.notRun("attackers", Gate.Group.GAME, asks, "takes minutes; truce pool --attack runs it");
        }
        if (attack.isShort()) {
            return Gate.notRun("attackers", Gate.Group.GAME, asks, "the learners had fewer trials than asked");
        }
        AttackStudy.Attack most = attack.largest();
        AttackStudy.Attack top = attack.largestAgainstTop();
        return gate(
                "attackers",
                most.gain().mean() <= ATTACK_GAIN && top.gain().mean() <= ATTACK_GAIN_TOP,
                asks,
                Words.of(
                        "most %+.1f as %s against %s; of the top %+.1f as %s against %s",
                        most.gain().mean(),
                        most.seat(),
                        most.opponent(),
                        top.gain().mean(),
                        top.seat(),
                        top.opponent()));
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
        return gate(
                "instruments",
                fewest >= INSTRUMENT_USE,
                Words.of(
                        "some strategy of the top half moves each instrument in %.0f %% of its games or more",
                        100 * INSTRUMENT_USE),
                Words.of("least %s, in %.0f %%", least.id(), 100 * fewest));
    }

    private Gate retaliation() {
        String asks = "as retaliation, no level of an instrument is best against everybody";
        RetaliationStudy study = studies.retaliation();
        if (study == null) {
            return Gate.notRun("retaliation", Gate.Group.GAME, asks, "left out");
        }
        TreeSet<String> always = new TreeSet<>();
        TreeSet<String> never = new TreeSet<>();
        for (RetaliationStudy.OfInstrument found : study.instruments()) {
            for (int level : found.bestAgainstAll()) {
                (found.isRetaliation(level) ? always : never)
                        .add(found.instrument().id());
            }
        }
        never.removeAll(always);
        String measured = always.isEmpty()
                ? Words.of("none of %d instruments", study.instruments().size())
                : "one is for " + String.join(", ", always);
        return gate(
                "retaliation",
                always.isEmpty(),
                asks,
                measured + (never.isEmpty() ? "" : "; best left alone: " + String.join(", ", never)));
    }

    private Gate snapBack() {
        String asks = Words.of(
                "when nobody signs before round 5, %.0f %% of the pairs that can live with a truce have one by round 9",
                100 * AGAIN);
        SnapBackStudy study = studies.snapBack();
        if (study == null) {
            return Gate.notRun("snap-back", Gate.Group.GAME, asks, "left out");
        }
        return gate(
                "snap-back",
                study.pairsAgain() >= AGAIN * study.pairs(),
                asks,
                Words.of("%d of %d", study.pairsAgain(), study.pairs()));
    }

    private int index(String name) {
        return pool.names().indexOf(name);
    }

    private static Gate gate(String id, boolean passed, String asks, String measured) {
        return Gate.of(id, Gate.Group.GAME, passed, asks, measured);
    }
}
